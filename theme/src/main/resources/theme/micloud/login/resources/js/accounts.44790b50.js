// "Multiple accounts located": what is typed narrows the list beside it.
const typed = document.getElementById("accountIdentifier");
const list = document.getElementById("account");
const status = document.getElementById("account-status");
const prompt = list.options[0];
const choose = prompt.text;
// The number, and what stands between isolates: the name and the label.
const accounts = [...list.options].slice(1).map((option) => ({
  option,
  group: option.parentNode,
  parts: [option.value, ...option.text.match(/[^\u2068]+(?=\u2069)/g)].map((part) => part.toLowerCase()),
}));
let announcing;
let taken;

const narrow = () => {
  const part = typed.value.trim().toLowerCase();
  const picked = list.value;
  const fitting = accounts.filter(({ parts }) => parts.some((text) => text.includes(part)));
  // Taken out and put back, because some phones go on showing an option that is hidden.
  accounts.forEach(({ option }) => option.remove());
  fitting.forEach(({ option, group }) => group.append(option));
  for (const group of list.querySelectorAll("optgroup")) group.hidden = !group.firstElementChild;

  const only = part && fitting.length === 1 ? fitting[0].option.value : "";
  // One that was taken for the user goes when more fit again; one that the user picked stays while it fits.
  list.value = only || (picked !== taken && fitting.some(({ option }) => option.value === picked) ? picked : "");
  taken = only;

  const found = part ? status.dataset.found.replace("#1", fitting.length) : "";
  prompt.text = found || choose;
  clearTimeout(announcing);
  announcing = setTimeout(() => (status.textContent = only ? list.selectedOptions[0].text : found), 500);
};

typed.addEventListener("input", narrow);
narrow();
