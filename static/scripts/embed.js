/* Tells the page around this one how high it is, so that the frame can show all of it. Its law:
   one number, { height } in CSS pixels, to the frame's own parent; nothing else, to nobody else. */

if (parent !== window) {
  const tell = () => {
    const { height } = document.documentElement.getBoundingClientRect();
    parent.postMessage({ height: Math.ceil(height) }, "*"); // its address is not ours to know
  };
  new ResizeObserver(tell).observe(document.documentElement);
}
