// Recovery codes: ways to keep them, for browsers that can.
const list = document.getElementById("kc-recovery-codes-list");
const { before, after, date } = list.dataset;
const text = () => {
  const codes = [...list.children].map((code, index) => `${index + 1}: ${code.textContent}`);
  const now = new Date().toLocaleString(document.documentElement.lang, { dateStyle: "long", timeStyle: "long" });
  return [before, "", ...codes, "", after, "", `${date} ${now}`, ""].join("\r\n");
};
const on = (id, act) => {
  const button = document.getElementById(id);
  button.addEventListener("click", () => act(button));
};

on("printRecoveryCodes", () => print());
on("downloadRecoveryCodes", () => {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text()], { type: "text/plain;charset=utf-8" }));
  link.download = "recovery-codes.txt";
  link.click();
});
on("copyRecoveryCodes", async (button) => {
  await navigator.clipboard.writeText(text());
  document.getElementById("copied").textContent = button.dataset.done;
});
