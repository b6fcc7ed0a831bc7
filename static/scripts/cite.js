/* Enhancement only: a button at each form of a citation copies it. Without it the text is marked
   as a whole by one click, and copied by hand. */

for (const button of document.querySelectorAll(".cite__copy")) {
  const form = document.getElementById(button.dataset.copies);
  const done = button.nextElementSibling;
  button.hidden = false;
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(`${form.textContent}\n`);
      done.textContent = done.dataset.copied;
    } catch { // forbidden, or not there at all without a secure address
      getSelection().selectAllChildren(form);
      done.textContent = done.dataset.selected;
    }
  });
}
