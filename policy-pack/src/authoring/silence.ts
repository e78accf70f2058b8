import type { Policy, ResourceValidation, ResourceValidationArgs, ResourceValidationPolicy } from "@pulumi/policy";

/** Whether a validation, called about this resource, would say nothing: no violation, nothing open, and no decline. */
export type IsSilent = (args: ResourceValidationArgs) => boolean;

const silences = new WeakMap<ResourceValidation, IsSilent>();

/**
 * Tells beforehand when a validation says nothing. To the engine, a policy that is content is one that is not heard of,
 * so nobody needs to call it then; see {@link ApplicablePolicies}. To ask must leave no trace: whoever has something to
 * say is called after that, and notes it.
 */
export function withSilence(validate: ResourceValidation, isSilent: IsSilent): ResourceValidation {
  silences.set(validate, isSilent);
  return validate;
}

/** Whether a policy is known to have nothing to say about a resource. */
export function isSilent(policy: Policy, args: ResourceValidationArgs): boolean {
  const { validateResource } = policy as Partial<ResourceValidationPolicy>;
  return typeof validateResource === "function" && (silences.get(validateResource)?.(args) ?? false);
}
