import type { ResourceCheck } from "../authoring/resource-check";
import { resourceRule, type Rule } from "../authoring/rule";
import { Truth } from "../authoring/truth";
import { asText, type Value } from "../authoring/value";
import { declaredTypes, eligibilityOfType } from "../knowledge/cloudformation-template";
import { holdsSecret, isHarmlessValue } from "../knowledge/credentials";
import { parsedJson } from "../knowledge/json-text";
import { noText } from "../knowledge/texts";

const opaqueDeployers = resourceRule("general-opaque-deployers-inspected", {
  config: {
    approvedDeployments: {
      type: "array",
      items: { type: "string" },
      description:
        "Addresses of templates, applications and products that were reviewed, each as the program writes it.",
      default: [],
    },
  },
  check: (deployer) => {
    // The rule on eligible services, which this one closes a way around, leaves such resources alone too.
    deployer.onlyWhen(deployer.mayHoldPhi(), "is tagged as holding no PHI");
    (judges[deployer.type] ?? judgeTemplate)(deployer);
  },
});

const judges: Readonly<Record<string, (deployer: ResourceCheck) => void>> = {
  "aws:serverlessrepository/cloudFormationStack:CloudFormationStack": (stack) =>
    stack.expect(
      isApproved(stack, "applicationId"),
      "the application deploys resources out of sight and is not on the list of approved ones",
    ),
  "aws:servicecatalog/provisionedProduct:ProvisionedProduct": (product) =>
    product.expect(
      isApproved(product, "productId").or(isApproved(product, "productName")),
      "the product deploys resources out of sight and is not on the list of approved ones",
    ),
  "aws:cloudcontrol/resource:Resource": (resource) => {
    resource.expect(
      resource.get("typeName").whenKnown((raw) => isKnownService(asText(raw))),
      "the resource is of a service that is not known to be HIPAA-eligible",
    );
    const state = resource.get("desiredState");
    resource.expect(
      state.whenKnown(() => (parsedJson(state)?.entries() ?? []).length > 0),
      "what the resource is to be like cannot be read",
    );
  },
};

function isApproved(deployer: ResourceCheck, path: string): Truth {
  const approved = deployer.setting<readonly string[]>("approvedDeployments");
  return deployer.get(path).whenKnown((raw) => approved.includes(asText(raw)));
}

function isKnownService(type: string): boolean {
  const kind = eligibilityOfType(type);
  return kind === "eligible" || kind === "supporting";
}

function judgeTemplate(stack: ResourceCheck): void {
  const body = stack.get("templateBody");
  if (body.isAbsent) {
    stack.expect(
      isApproved(stack, "templateUrl"),
      "the template stands at an address, where it cannot be read, and is not on the list of approved ones",
    );
    return;
  }
  const types = (condition: (types: readonly string[]) => boolean): Truth =>
    body.whenKnown((raw) => condition(typeof raw === "string" ? declaredTypes(raw) : []));
  stack.expect(
    types((declared) => declared.length > 0),
    "the template shows no resources, so nothing is known of what it deploys",
  );
  stack.expect(
    types((declared) => !declared.some((type) => eligibilityOfType(type) === "opaque")),
    "the template deploys a further template, application or product out of sight",
  );
  stack.expect(
    types((declared) => declared.every((type) => eligibilityOfType(type) === "opaque" || isKnownService(type))),
    "the template declares a resource of a service that is not known to be HIPAA-eligible",
  );
}

const noSecretsInParameters = resourceRule("cloudformation-no-phi", {
  // Identifiers of persons in parameters are reported by the general rule on texts.
  check: (stack) => {
    const parameters = stack.get("parameters");
    stack.expect(
      noText(parameters, holdsSecret),
      "a parameter holds an access key, a private key, a vendor's token or a URL with a password",
    );
    stack.expect(
      parameters.isUnknown ? parameters.asUnknown() : Truth.all(parameters.entries().map(isNoPassword)),
      "a parameter that is named like a password has a literal value",
    );
  },
});

/** Only passwords: parameters called a token or a secret mostly name one. */
function isNoPassword([name, value]: readonly [string, Value]): Truth {
  if (!/passw(?:or)?d$/i.test(name)) return Truth.yes;
  return value.whenKnown((raw) => !isHarmlessValue(asText(raw))).not();
}

/** Rules on AWS CloudFormation and whatever else deploys resources by itself. */
export const cloudformationRules: readonly Rule[] = [opaqueDeployers, noSecretsInParameters];
