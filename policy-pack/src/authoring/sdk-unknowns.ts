import * as policy from "@pulumi/policy";

/** What the SDK exports since 1.21 and its published types leave out. */
interface SdkUnknowns {
  /** The error by which a policy says that it met a value not known yet; the SDK makes an advisory line of it. */
  readonly UnknownValueError: new (sentinel: string, path: readonly string[]) => Error;
  /** The proxy through which policies see properties: reading an unknown throws. */
  readonly unknownCheckingProxy: <T extends object>(properties: T) => T;
}

export const { UnknownValueError, unknownCheckingProxy } = policy as unknown as SdkUnknowns;
