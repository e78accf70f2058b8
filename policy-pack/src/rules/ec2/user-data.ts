import type { ResourceCheck } from "../../authoring/resource-check";
import { resourceRule } from "../../authoring/rule";
import { Truth } from "../../authoring/truth";
import { holdsLiteralPassword, holdsSecret } from "../../knowledge/credentials";
import { readingsOf } from "../../knowledge/user-data";

export const noSecretsInUserData = resourceRule("ec2-no-secrets-or-phi-in-user-data", {
  check: (resource) =>
    resource.expect(
      userDataHolds(resource, (text) => holdsSecret(text) || holdsLiteralPassword(text)).not(),
      "the user data holds an access key, a private key, a password or a vendor's token",
    ),
});

/** Whether some reading of the user data meets a condition. */
export function userDataHolds(resource: ResourceCheck, condition: (text: string) => boolean): Truth {
  return Truth.any(
    ["userData", "userDataBase64"].map((path) =>
      resource.get(path).whenKnown((raw) => typeof raw === "string" && readingsOf(raw).some(condition)),
    ),
  );
}
