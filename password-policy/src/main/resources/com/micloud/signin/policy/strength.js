// How many guesses a password takes, in hundredths of a power of ten: PasswordStrength.java line by line.
const LONGEST = 40;
const KEYS =
  "`1234567890-= ~!@#$%^&*()_+ qwertyuiop[]\\ asdfghjkl;' zxcvbnm,./ azertyuiop qsdfghjklm wxcvbn qwertzuiop yxcvbnm 1qaz 2wsx 3edc 4rfv 5tgb 6yhn 7ujm 8ik, 9ol. 0p;/ !qaz @wsx #edc $rfv %tgb ^yhn &ujm 147 258 369 159 357";
const LEET = { "@": "a", 4: "a", 8: "b", 3: "e", 6: "g", "!": "i", 0: "o", $: "s", 5: "s", "+": "t", 7: "t", 2: "z" };
const DATES = [
  /^(\d\d?)([-._/]?)(\d\d?)\2((19|20)?\d\d)$/,
  /^((?:19|20)?\d\d)([-._/]?)(\d\d?)\2(\d\d?)$/,
];
const lg = (n) => Math.round(100 * Math.log10(n));
const reversed = (text) => [...text].reverse().join("");
const BACKWARDS = reversed(KEYS);

const OTHER = /[^\p{L}\p{N}]+/gu;

// The words that everybody uses, and on a line each the names of whoever the password is for.
export const estimator = (words, own) => {
  const cost = new Map();
  words.split(" ").forEach((word, i) => cost.set(word, Math.min(lg(i + 1), 260)));
  for (const name of own.toLowerCase().split("\n"))
    for (const word of [...name.split(OTHER), name.replace(/@.*/, "").replace(OTHER, "")])
      if (word.length > 2) cost.set(word, 30);

  const word = (text, capitals) => {
    let least = Infinity;
    for (const one of ["", "i", "l"]) {
      let changed = 0;
      const plain = !one
        ? text
        : [...text].map((c) => (c === "1" ? one : LEET[c]) || c).join("");
      for (let i = 0; i < text.length; i++) if (plain[i] !== text[i]) changed++;
      const more = 30 * Math.min(changed, 3);
      if (cost.has(plain)) least = Math.min(least, cost.get(plain) + more);
      const back = reversed(plain);
      if (cost.has(back)) least = Math.min(least, cost.get(back) + more + 30);
    }
    return least + capitals;
  };

  const capitals = (part) => {
    const upper = part.map((c) => c >= "A" && c <= "Z");
    const count = upper.filter(Boolean).length;
    if (!count) return 0;
    if (count === part.length || (count === 1 && (upper[0] || upper[part.length - 1]))) return 30;
    return 30 + 30 * Math.min(count, part.length - count, 4);
  };

  const sequence = (text) => {
    if (!/^(\d+|[a-z]+)$/.test(text)) return Infinity;
    const step = text.charCodeAt(1) - text.charCodeAt(0);
    if (step !== 1 && step !== -1) return Infinity;
    for (let i = 2; i < text.length; i++)
      if (text.charCodeAt(i) - text.charCodeAt(i - 1) !== step) return Infinity;
    return (/^[az019]/.test(text) ? 60 : /^\d/.test(text) ? 100 : 141) + lg(text.length) + (step < 0 ? 30 : 0);
  };

  const date = (text) => {
    if (/^(19|20)\d\d$/.test(text)) return 160;
    for (const [i, form] of DATES.entries()) {
      const found = form.exec(text);
      if (found) {
        const [a, b] = i ? [+found[3], +found[4]] : [+found[1], +found[3]];
        if (a > 0 && b > 0 && a < 32 && b < 32 && (a < 13 || b < 13)) return found[2] ? 480 : 426;
      }
    }
    return Infinity;
  };

  const repeat = (chars, part) => {
    for (let size = 1; size <= part.length / 2; size++)
      if (part.length % size === 0 && part.every((c, i) => c === part[i % size]))
        return total(chars.slice(0, size)) + lg(part.length / size);
    return Infinity;
  };

  const segment = (chars) => {
    const part = chars.map((c) => (c >= "A" && c <= "Z" ? c.toLowerCase() : c));
    const text = part.join("");
    let least = 100 * chars.length;
    if (chars.length > 2) {
      least = Math.min(least, word(text, capitals(chars)), sequence(text), date(text), repeat(chars, part));
      if (!text.includes(" ") && (KEYS.includes(text) || BACKWARDS.includes(text)))
        least = Math.min(least, 170 + lg(chars.length));
    }
    return least;
  };

  const total = (chars) => {
    const size = chars.length;
    let best = [0, ...chars.map(() => Infinity)];
    const costs = chars.map((_, i) => chars.map((_, j) => (j < i ? 0 : segment(chars.slice(i, j + 1)))));
    let least = Infinity;
    for (let parts = 1, orders = 0; parts <= size; orders += lg(++parts)) {
      const next = [Infinity];
      for (let end = 1; end <= size; end++) {
        next[end] = Infinity;
        for (let i = 0; i < end; i++) next[end] = Math.min(next[end], best[i] + costs[i][end - 1]);
      }
      best = next;
      least = Math.min(least, Math.max(best[size] + orders, 300 * (parts - 1)));
    }
    return least;
  };

  return (password) => {
    const guesses = password ? total([...password].slice(0, LONGEST)) : 0;
    return [300, 600, 800, 1000].filter((limit) => guesses > limit).length;
  };
};
