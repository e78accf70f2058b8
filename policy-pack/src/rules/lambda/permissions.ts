import { oneOf } from "../../authoring/conditions";
import type { ResourceCheck } from "../../authoring/resource-check";
import { resourceRule, type Rule } from "../../authoring/rule";
import { Truth } from "../../authoring/truth";
import { demandsValue, type PolicyStatement } from "../../knowledge/access/policy-reading";
import { isAllWild } from "../../knowledge/glob";
import { allowsEveryone } from "../../knowledge/policy-judgement";

const permission = "aws:lambda/permission:Permission";
const layerPermission = "aws:lambda/layerVersionPermission:LayerVersionPermission";

const urlAuth = resourceRule("lambda-url-auth", {
  check: oneOf("authorizationType", ["AWS_IAM"], "the function URL answers anyone without IAM authentication"),
});

const urlCors = resourceRule("lambda-url-cors", {
  check: (resource) =>
    resource.expect(
      resource
        .get("cors.allowOrigins")
        .some((origin) => origin.isOneOf("*"))
        .not(),
      "the function URL lets scripts of every origin call it",
    ),
});

const scoped = resourceRule("lambda-permission-scoped", {
  check: (resource) => {
    const isClosed =
      resource.type === permission
        ? permissionIsClosed(resource)
        : resource.type === layerPermission
          ? layerIsClosed(resource)
          : allowsEveryone(resource.get("policy"), isUrlOnly).not();
    resource.expect(isClosed, "the permission is given to everyone, and nothing narrows it to an account");
  },
});

function permissionIsClosed(resource: ResourceCheck): Truth {
  return Truth.any([
    resource.get("principal").isOneOf("*").not(),
    resource.get("principalOrgId").isGiven(),
    resource.get("sourceAccount").isGiven(),
    resource.get("sourceArn").matches(/^arn:[^:]*:[^:]*:[^:]*:\d{12}:/),
    // Open by way of the function URL only, which lambda-url-auth judges.
    resource.get("functionUrlAuthType").isOneOf("NONE"),
    resource.get("invokedViaFunctionUrl").isTrue(),
  ]);
}

function layerIsClosed(resource: ResourceCheck): Truth {
  const organization = resource.get("organizationId");
  return Truth.any([
    resource.get("principal").isOneOf("*").not(),
    organization.isGiven().and(organization.isUnknown ? Truth.yes : organization.isOneOf("*").not()),
  ]);
}

/** Whether a statement lets callers in by way of a function URL only. */
function isUrlOnly(statement: PolicyStatement): boolean {
  return (
    demandsValue(statement, "stringequals", "lambda:functionurlauthtype", "none") ||
    demandsValue(statement, "bool", "lambda:invokedviafunctionurl", "true")
  );
}

const source = resourceRule("lambda-permission-source", {
  check: (resource) => {
    const sourceArn = resource.get("sourceArn");
    resource.expect(
      Truth.any([
        resource
          .get("principal")
          .matches(/\.(amazonaws|amazon)\.com(\.cn)?$/i)
          .not(),
        resource.get("sourceAccount").isGiven(),
        sourceArn.isGiven().and(sourceArn.isUnknown ? Truth.yes : Truth.of(namesSource(sourceArn.text ?? ""))),
        resource.get("eventSourceToken").isGiven(),
      ]),
      "an AWS service may invoke the function on behalf of any account",
    );
  },
});

/** Whether a source ARN fixes the account or, as S3 ARNs hold none, the name of the source. */
function namesSource(arn: string): boolean {
  const [, , , , account = "*", name = "*"] = arn.split(":");
  return account === "" ? !isAllWild(name) : !/[*?]/.test(account);
}

export const permissionRules: readonly Rule[] = [urlAuth, scoped, source, urlCors];
