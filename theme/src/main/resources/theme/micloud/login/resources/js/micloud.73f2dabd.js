// Every page works without.
const { dataset } = document.getElementById("micloud-script");
const all = (selector) => document.querySelectorAll(selector);

// A change in Keycloak's file cannot take the rest down.
if (dataset.sso) {
  import("./authChecker.js")
    .then((checker) => {
      checker.startSessionPolling(dataset.sso);
      if (dataset.ash) checker.checkAuthSession(dataset.ash);
    })
    .catch(() => {});
}

// Reload does not send the form twice.
if (/[?&]session_code=|\/broker\//.test(location.href)) {
  for (const form of all("form[action*='session_code=']")) {
    const page = new URL(form.getAttribute("action"), location.href);
    page.searchParams.delete("session_code");
    if (page.origin === location.origin) history.replaceState(null, "", page);
  }
}

for (const button of all(".eye[data-hide]")) {
  const field = button.previousSibling;
  const show = button.getAttribute("aria-label");
  const reveal = (visible) => {
    field.type = visible ? "text" : "password";
    button.firstChild.className = visible ? "shut" : "open";
    button.setAttribute("aria-label", visible ? button.dataset.hide : show);
  };
  button.hidden = false;
  button.addEventListener("click", () => reveal(field.type === "password"));
  field.form.addEventListener("submit", () => reveal(false));
}

// Fetched when it is needed.
for (const part of all("[data-script]")) {
  part.addEventListener("input", () => import(part.dataset.script), { once: true });
}

for (const status of all("[data-caps]")) {
  for (const type of ["keydown", "keyup", "focusout"]) {
    status.parentNode.addEventListener(type, (event) => {
      status.textContent = event.getModifierState && event.getModifierState("CapsLock") ? status.dataset.caps : "";
    });
  }
}

// A second press is ignored for a while.
const release = () => all("[aria-busy]").forEach((busy) => busy.removeAttribute("aria-busy"));
const once = (event, element) => {
  if (element.hasAttribute("aria-busy")) event.preventDefault();
  else if (!event.defaultPrevented) {
    element.setAttribute("aria-busy", "true");
    setTimeout(release, 8000);
  }
};
addEventListener("submit", (event) => once(event, event.target));
addEventListener("click", (event) => {
  const link = event.target.closest("a[data-once-link]");
  if (link) once(event, link);
});
addEventListener("pageshow", release);
