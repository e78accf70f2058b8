/** Why this machine has no Pulumi CLI that can be used. A result, not an error: the sandbox still works without a CLI. */
export class Unavailable {
  constructor(readonly reason: string) {}
}
