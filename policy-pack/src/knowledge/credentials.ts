import { Truth } from "../authoring/truth";
import { asText, type Value } from "../authoring/value";

/** The id of an access key of AWS; the samples of its documentation end in EXAMPLE. */
const accessKeyId = /(?<![A-Za-z0-9])(?:AKIA|ASIA)(?![A-Z0-9]{9}EXAMPLE)[A-Z0-9]{16}(?![A-Za-z0-9])/;

/**
 * Texts that are a credential beyond reasonable doubt.
 * Sources: AWS's, GitHub's, GitLab's, Slack's, Stripe's and Google's own token formats.
 */
const credentialPatterns: readonly RegExp[] = [
  accessKeyId,
  /-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----/,
  /(?<![A-Za-z0-9])gh[pousr]_[A-Za-z0-9]{36,}/,
  /(?<![A-Za-z0-9])github_pat_[A-Za-z0-9_]{40,}/,
  /(?<![A-Za-z0-9])glpat-[\w-]{20,}/,
  /(?<![A-Za-z0-9])xox[abprs]-[A-Za-z0-9-]{10,}/,
  /(?<![A-Za-z0-9])[sr]k_live_[A-Za-z0-9]{16,}/,
  /(?<![A-Za-z0-9])AIza[\w-]{35}(?![\w-])/,
];

/**
 * A password between the scheme and the host of a URL; a placeholder that is filled in later is none. The scheme's length
 * is bounded, or a long text without a URL would take quadratic time.
 */
const urlWithPassword = /[a-z][a-z0-9+.-]{0,30}:\/\/[^/@:\s]*:(?!\$|\{\{|<|\*+@)[^/@\s]+@/i;

/** Whether a text holds an access key id, a private key or a vendor's token. */
export function holdsCredential(text: string): boolean {
  return credentialPatterns.some((pattern) => pattern.test(text));
}

/** Whether a text holds a URL with a password in it. */
export function holdsUrlPassword(text: string): boolean {
  return urlWithPassword.test(text);
}

/** Whether a text is a URL with a password in it, from its beginning. */
export function isUrlWithPassword(text: string): boolean {
  return text.includes("://") && urlWithPassword.exec(text)?.index === 0;
}

/** Whether a text holds the id of an access key of AWS. */
export function holdsAccessKeyId(text: string): boolean {
  return accessKeyId.test(text);
}

/** Whether a text holds any of these: an access key, a private key, a vendor's token, a URL with a password. */
export function holdsSecret(text: string): boolean {
  return holdsCredential(text) || holdsUrlPassword(text);
}

/** Whether the name of a variable, an option or a parameter says that its value is a credential. */
export function namesCredential(name: string): boolean {
  return /(?:password|passwd|secret|token|api[-_]?key|private[-_]?key|access[-_]?key)$/i.test(name);
}

/**
 * Whether the value of something named like a credential is only a way to one, or no credential at all: an ARN, a
 * parameter path or a secret's name, a dynamic reference, a placeholder, a URL, a number, a switch, nothing.
 */
export function isHarmlessValue(value: string): boolean {
  const text = value.trim();
  if (text === "" || /^(?:true|false|yes|no|on|off|null|none)$/i.test(text)) return true;
  if (/^[+-]?\d+(?:\.\d+)?$/.test(text)) return true;
  if (/^arn:[\w-]+:/.test(text) || /^\{\{resolve:.+\}\}$/.test(text) || /^\$\{.+\}$/.test(text)) return true;
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(text)) return !holdsUrlPassword(text);
  return isPath(text);
}

/** Whether a script gives a literal value to something named like a credential. */
export function isLiteralAssignment(script: string): boolean {
  const assignments = script.matchAll(
    /([\w-]*(?:password|passwd|secret|token))["']?[ \t]*[=:][ \t]*("[^"\n]*"|'[^'\n]*'|[^\s;|&,}]+)/gi,
  );
  return [...assignments].some(([, name = "", value = ""]) => {
    const bare = value.replace(/^(["'])(.*)\1$/, "$2");
    // What the shell fills in is looked up at boot.
    return namesCredential(name) && !/[$`]/.test(bare) && !isHarmlessValue(bare);
  });
}

/**
 * Whether a script sets a variable or an option that is a password to literal text, as in `DB_PASSWORD='…'`. Stricter
 * than {@link isLiteralAssignment}: of what is called a secret or a token, only its name may stand there.
 */
export function holdsLiteralPassword(script: string): boolean {
  const assignments = script.matchAll(/(?:password|passwd)=("[^"\n]*"|'[^'\n]*'|[^\s;|&,})"'\\]+)/gi);
  return [...assignments].some(([, value = ""]) => {
    const bare = value.replace(/^(["'])(.*)\1$/, "$2");
    // What the shell or a template fills in, or a reader is to fill in, stands in brackets of some kind or in stars.
    return bare.length >= 4 && !/[$`%{<]|^[*.x]+$/i.test(bare) && !isHarmlessValue(bare);
  });
}

/** A parameter path or the name of a secret: segments joined by slashes, none of which looks drawn at random. */
function isPath(text: string): boolean {
  if (!/^\/?[\w.@-]+(?:\/[\w.@-]+)+$|^\/[\w.@-]+$/.test(text)) return false;
  // A secret access key is 40 characters of base64 and may hold slashes.
  if (/^[A-Za-z0-9/+]{40}$/.test(text) && isMixed(text)) return false;
  return !text.split("/").some((segment) => /^[A-Za-z0-9]{20,}$/.test(segment) && isMixed(segment));
}

function isMixed(text: string): boolean {
  return /[a-z]/.test(text) && /[A-Z]/.test(text) && /\d/.test(text);
}

/** Whether a value named like a credential is one as far as can be told: literal, and no way to a credential. */
export function isLiteralCredential(name: Value | string, value: Value): Truth {
  const named =
    typeof name === "string" ? Truth.of(namesCredential(name)) : name.whenKnown((raw) => namesCredential(asText(raw)));
  const literal = value.whenKnown((raw) => !isHarmlessValue(asText(raw)));
  return named.and(literal);
}
