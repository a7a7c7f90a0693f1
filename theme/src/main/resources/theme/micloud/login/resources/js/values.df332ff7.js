// Profile fields of several values: buttons for one more and one less. Without them the values that are there can be changed.
const button = (text, act) => {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "plain";
  made.textContent = text;
  made.addEventListener("click", act);
  return made;
};

for (const field of document.querySelectorAll("[data-add]")) {
  const values = () => [...field.querySelectorAll("input")];
  const id = values()[0].id;
  const draw = (focused) => {
    for (const old of field.querySelectorAll("button")) old.remove();
    const inputs = values();
    inputs.forEach((input, index) => {
      // The label belongs to the first, whichever that is now.
      input.id = index ? `${id}-${index}` : id;
      if (inputs.length > 1) input.after(button(field.dataset.remove.replace("#1", index + 1), () => remove(input)));
    });
    const end = inputs.length > 1 ? inputs.at(-1).nextSibling : inputs[0];
    end.after(button(field.dataset.add, add));
    values()[focused]?.focus();
  };
  const remove = (input) => {
    const index = values().indexOf(input);
    input.remove();
    draw(Math.max(0, index - 1));
  };
  const add = () => {
    const inputs = values();
    const made = inputs.at(-1).cloneNode();
    made.value = "";
    made.removeAttribute("aria-invalid");
    inputs.at(-1).after(made);
    draw(inputs.length);
  };
  draw();
}
