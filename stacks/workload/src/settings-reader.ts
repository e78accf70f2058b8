import * as pulumi from "@pulumi/pulumi";

/** A configuration key that is missing, of the wrong form, or read by nothing. */
export class SettingError extends pulumi.RunError {
  constructor(key: string, problem: string, mend: string) {
    super(`configuration ${key} ${problem}. ${mend}.`);
    this.name = "SettingError";
  }
}

/** Reads one namespace of a stack's configuration, key by key, and remembers which keys were read. */
export class SettingsReader {
  private readonly read = new Set<string>();

  constructor(
    private readonly namespace: string,
    private readonly config: Readonly<Record<string, string>>,
  ) {}

  /** A text that matches; `form` says in words what it has to be. */
  text(name: string, pattern: RegExp, form: string): string {
    return this.checked(name, this.required(name, form), pattern, form);
  }

  optionalText(name: string, pattern: RegExp, form: string): string | undefined {
    const value = this.take(name);
    return value === undefined || value === "" ? undefined : this.checked(name, value, pattern, form);
  }

  /** A container image with a digest or with a tag other than `latest`. */
  image(name: string): string {
    const pattern = /^[a-z0-9][a-z0-9._/:-]*[a-z0-9](@sha256:[0-9a-f]{64}|:(?!latest$)[A-Za-z0-9_][A-Za-z0-9._-]*)$/;
    return this.text(name, pattern, "a container image with a digest, or with a tag other than latest");
  }

  integer(name: string, min: number, max: number): number {
    const form = `a whole number from ${min} to ${max}`;
    const value = this.text(name, /^-?\d+$/, form);
    const number = Number(value);
    if (number < min || number > max) throw new SettingError(this.key(name), `is ${number}`, `It must be ${form}`);
    return number;
  }

  flag(name: string): boolean {
    return this.text(name, /^(true|false)$/, "true or false") === "true";
  }

  choice(name: string, choices: readonly string[]): string {
    const form = `one of ${choices.join(", ")}`;
    const value = this.required(name, form);
    if (!choices.includes(value)) throw new SettingError(this.key(name), `is "${value}"`, `It must be ${form}`);
    return value;
  }

  /** Refuses keys of the namespace that nothing read: a typo would otherwise leave a default in force unseen. */
  refuseUnread(): void {
    const unread = Object.keys(this.config).filter(
      (key) => key.startsWith(`${this.namespace}:`) && !this.read.has(key),
    );
    const [first] = unread;
    if (first !== undefined) {
      throw new SettingError(first, "is read by nothing", "Remove it, or correct its spelling");
    }
  }

  private required(name: string, form: string): string {
    const value = this.take(name);
    if (value !== undefined && value !== "") return value;
    throw new SettingError(
      this.key(name),
      "is missing",
      `Set it to ${form}: pulumi config set ${this.key(name)} <value>`,
    );
  }

  private checked(name: string, value: string, pattern: RegExp, form: string): string {
    if (pattern.test(value)) return value;
    throw new SettingError(this.key(name), `is "${value}"`, `It must be ${form}`);
  }

  private take(name: string): string | undefined {
    this.read.add(this.key(name));
    return this.config[this.key(name)];
  }

  private key(name: string): string {
    return `${this.namespace}:${name}`;
  }
}
