// Marks the rules of a new password while it is typed and shows its strength. The page works without, and the server
// judges. Nothing that is typed leaves the page before it is sent.
const list = document.getElementById("pw-rules");
const { dataset } = list;
// A form to register with has no other password.
const field = document.getElementById("password-new") || document.getElementById("password");
const again = document.getElementById("password-confirm");
const meter = document.getElementById("pw-strength");
const live = document.getElementById("pw-live");
const mismatch = document.getElementById("pw-mismatch");
const rules = [...list.children].filter((item) => item.dataset.form || item.dataset.strength);

let estimate;
const load = async () => {
  field.removeEventListener("focus", load);
  const at = (path) => import(new URL(path, document.baseURI));
  const [strength, words] = await Promise.all([at(dataset.strength), at(dataset.words)]);
  estimate = strength.estimator(words.default, dataset.own);
  show();
};

const part = (name, text) => {
  const element = document.createElement("span");
  if (name) element.className = name;
  else element.setAttribute("aria-hidden", "true");
  element.textContent = text + " ";
  return element;
};

const mark = (item, met) => {
  item.classList.remove("err");
  const state = met === undefined ? "" : String(met);
  if (item.firstElementChild.dataset.met === state) return;
  item.firstElementChild.dataset.met = state;
  item.firstElementChild.replaceChildren(
    ...(state ? [part("", met ? "\u2713" : "\u2717"), part("sr", met ? dataset.met : dataset.unmet)] : []),
  );
};

let timer;
const show = () => {
  const { value } = field;
  clearTimeout(timer);
  mismatch.hidden = true;
  for (const item of list.children) mark(item);
  if (!value) {
    meter.hidden = true;
    live.textContent = "";
    return;
  }
  const level = estimate && estimate(value);
  let met = 0;
  let known = 0;
  for (const item of rules) {
    const { form, strength } = item.dataset;
    if (!form && level === undefined) continue;
    const good = form ? new RegExp(`^(?:${form})$`, "u").test(value) : level >= +strength;
    mark(item, good);
    known++;
    if (good) met++;
  }
  let said = dataset.count.replace("#1", met).replace("#2", known);
  if (level !== undefined) {
    const text = meter.dataset.text.replace("#1", meter.dataset.levels.split("|")[level]);
    meter.firstElementChild.value = level;
    meter.lastElementChild.textContent = text;
    meter.hidden = false;
    said += " " + text;
  }
  timer = setTimeout(() => (live.textContent = said), 800);
};

field.addEventListener("input", show);
field.addEventListener("focus", load);
// As soon as it cannot become the same any more, and not when the field is left: the page would move under the button
// that is being pressed.
again.addEventListener("input", () => (mismatch.hidden = field.value.startsWith(again.value)));
if (document.activeElement === field) load();
else if (field.value) show();
