import { resourceRule, type Rule } from "../../authoring/rule";
import { allowsAction, allowsAllBut, wholeService } from "../../knowledge/permissions";
import type { Statement } from "../../knowledge/policy-document";
import { anyStatement } from "../../knowledge/policy-statements";
import { isUnnamed } from "../../knowledge/resource-pattern";

const leastPrivilege = resourceRule("iot-policy-least-privilege", {
  check: (resource) => {
    const policy = resource.get("policy");
    resource.expect(anyStatement(policy, allowsEverything).not(), "a statement allows every action of AWS IoT");
    resource.expect(
      anyStatement(policy, opensTopics).not(),
      "a statement allows publishing, subscribing or receiving on every topic",
    );
    resource.expect(
      anyStatement(policy, connectsAsAnyone).not(),
      "a statement lets a device choose the client id it connects under, so one device can pass for another",
    );
  },
});

function allowsEverything(statement: Statement): boolean {
  const isWhole = statement.actions.some((action) => ["iot", "*"].includes(wholeService(action) ?? ""));
  return statement.effect === "Allow" && (isWhole || allowsAllBut(statement));
}

const messaging = ["iot:Publish", "iot:RetainPublish", "iot:Subscribe", "iot:Receive"];

function opensTopics(statement: Statement): boolean {
  if (allowsEverything(statement) || !allowsAction(statement, messaging)) return false;
  return isOnAll(statement, (name) => /^topic\/[*?]*\*[*?]*$/.test(name) || /^topicfilter\/[*?#+/]*[*#]$/.test(name));
}

function connectsAsAnyone(statement: Statement): boolean {
  if (allowsEverything(statement) || !allowsAction(statement, ["iot:Connect"])) return false;
  return !isAttachedThing(statement) && isOnAll(statement, isAnyClient);
}

/**
 * Whether a client id is left to the device: by a wildcard, or by `${iot:ClientId}`, which is what the client says of
 * itself. A variable that the certificate, the thing or the identity fixes ties the id to the device.
 */
function isAnyClient(name: string): boolean {
  if (!/^client\//.test(name) || /\$\{(?!iot:ClientId\})[^}]+\}/i.test(name)) return false;
  return /[*?]|\$\{iot:ClientId\}/i.test(name);
}

/** Whether the device must be attached to the thing that it connects as. */
function isAttachedThing({ conditions }: Statement): boolean {
  const values = conditions.get("bool")?.get("iot:connection.thing.isattached") ?? [];
  return values.length > 0 && values.every((value) => value.toLowerCase() === "true");
}

/** Whether a statement is about every resource, or about all of a kind. A policy variable is no wildcard. */
function isOnAll({ resources, notResources }: Statement, isAllOfKind: (name: string) => boolean): boolean {
  if (notResources.length > 0) return true;
  return resources.some((resource) => {
    const name = /^arn:[^:]*:iot:[^:]*:[^:]*:(.*)$/s.exec(resource)?.[1];
    return isUnnamed(resource, "iot") || (name !== undefined && isAllOfKind(name));
  });
}

export const policyRules: readonly Rule[] = [leastPrivilege];
