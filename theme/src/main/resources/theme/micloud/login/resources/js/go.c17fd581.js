// Pages that only pass on to the next: a SAML message, the end of a log-out. Without this their button does.
addEventListener("load", () => {
  for (const form of document.querySelectorAll("form[data-go]")) form.submit();
  for (const link of document.querySelectorAll("a[data-go]")) location.replace(link.href);
});

// What an unseen reCAPTCHA calls when it is content.
window.onSubmitRecaptcha = () => document.getElementById("kc-register-form").requestSubmit();
