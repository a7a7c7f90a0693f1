// Passkeys: hands what the page carries to Keycloak's own modules, which do the rest.
const form = document.querySelector("form[data-passkey]");
const { dataset } = form;
const input = {
  ...dataset,
  isUserIdentified: dataset.isUserIdentified === "true",
  createTimeout: Number(dataset.createTimeout),
};
const byId = (id) => document.getElementById(id);
const offer = (button, act) => {
  button.hidden = false;
  if (button.autofocus) button.focus();
  button.addEventListener("click", () => act(input), { once: true });
};

if (dataset.passkey === "create") {
  const { registerByWebAuthn } = await import("./webauthnRegister.js");
  input.signatureAlgorithms = dataset.signatureAlgorithms.split(",").filter(Boolean).map(Number);
  offer(byId("registerWebAuthn"), registerByWebAuthn);
} else {
  const { authenticateByWebAuthn } = await import("./webauthnAuthenticate.js");
  const button = byId("authenticateWebAuthnButton");
  if (dataset.passkey !== "either" || !window.PublicKeyCredential) offer(button, authenticateByWebAuthn);
  if (dataset.passkey !== "ask") {
    const { initAuthenticate } = await import("./passkeysConditionalAuth.js");
    initAuthenticate(input, (inField) => {
      const login = byId("kc-form-login");
      if (dataset.passkey !== "either") return;
      if (inField && login) login.hidden = false;
      else offer(button, authenticateByWebAuthn);
    });
  }
}
