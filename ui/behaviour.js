// What a page does by itself in the browser: [1] opens its page, a table's head sorts its rows,
// a row leads where its link does. Everything works without it too, with a click more.
(() => {
  document.documentElement.lang = "{language}";
  if (!document.cookie.includes("{cookie}".split("=")[0]))
    document.cookie = "{cookie}; path=/; max-age=31536000; SameSite=Strict";
  if (window.verseListens) return;
  window.verseListens = true;

  const asked = (event) => event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;

  // The card of a source, which a redrawing of the page may close again behind its window.
  let cardAsked = "";
  const openCard = (name) => {
    document.getElementById(name)?.closest("details")?.setAttribute("open", "");
  };

  // The mark "#source-12-1" opens its source's card and presses the card's button.
  const openPage = (mark, event) => {
    const name = mark.hash.slice(1);
    const button = document.querySelector(`.st-key-${name.replace("source", "page")} button`);
    if (!button) return; // the document is gone: the link leads to the quote
    event.preventDefault();
    cardAsked = name;
    openCard(name);
    button.focus(); // a window takes the focus over from what it was opened with
    button.click();
  };

  const valueOf = (row, column) => {
    const cell = row.cells[column];
    return cell ? cell.dataset.sort || cell.textContent.trim() : "";
  };

  // Numbers inside words count as numbers (2.6b before 2.10a); empty cells come last.
  const sortBy = (head) => {
    const table = head.closest("table"), body = table.tBodies[0];
    const down = head.getAttribute("aria-sort") === "ascending";
    const order = new Intl.Collator(document.documentElement.lang, { numeric: true }).compare;
    const rows = [...body.rows].sort((a, b) => {
      const [x, y] = [valueOf(a, head.cellIndex), valueOf(b, head.cellIndex)];
      if (!x || !y) return (x ? 0 : 1) - (y ? 0 : 1);
      return down ? order(y, x) : order(x, y);
    });
    for (const other of head.parentElement.cells) other.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", down ? "descending" : "ascending");
    body.append(...rows);
  };

  // A window holds the focus while it is open, so that Escape closes it; afterwards what opened
  // it has the focus again.
  let opener = null, wasOpen = false;
  setInterval(() => {
    const opened = document.querySelector('[data-testid="stDialog"] [role="dialog"]');
    if (document.activeElement === document.body) {
      if (opened) opened.focus();
      else if (wasOpen) opener?.focus();
    }
    if (wasOpen && !opened && cardAsked) {
      openCard(cardAsked);
      cardAsked = "";
    }
    wasOpen = opened !== null;
  }, 150);

  document.addEventListener("click", (event) => {
    if (!(event.target instanceof Element) || !event.isTrusted || asked(event)) return;
    const pressed = event.target.closest("a, button");
    if (pressed && !pressed.closest('[role="dialog"]')) opener = pressed;
    const mark = event.target.closest("a.cv-mark");
    const head = event.target.closest(".cv-table th[scope=col]");
    const row = event.target.closest("tr.cv-leads");
    if (mark) openPage(mark, event);
    else if (head && event.target.closest("button")) sortBy(head);
    else if (row && !event.target.closest("a, button") && !String(getSelection()))
      row.querySelector("a.cv-way")?.click();
  });
})();
