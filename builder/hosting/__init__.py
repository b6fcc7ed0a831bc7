"""What a host needs beside the pages: headers, redirects, compressed files, the manifest.

In the order in which they may import from each other:

    headers          what is sent with each file: policies, framing, how long it may be kept
    host_files       the files that Netlify, Cloudflare Pages and GitHub Pages read
    compressed       each text as gzip and Brotli, made once instead of at every visit
    server_settings  the settings of nginx and Caddy
    manifest         what was built: the hash of each file, and of what it was made
    complete_site    a planned site -> all files that are published
    published        a published site as it is found, on the web or in a folder
    verify           compares a published site with the one that is built here
"""
