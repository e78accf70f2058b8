import type { ResourceCheck } from "../authoring/resource-check";
import { resourceRule, type Rule, type RuleConfig } from "../authoring/rule";
import { Truth } from "../authoring/truth";
import { phiStoreTypes } from "../graph/access/phi-stores";
import { onceFor } from "../knowledge/once";
import { holdsContactDetails, holdsPhi } from "../knowledge/phi-patterns";
import { noText } from "../knowledge/texts";

const denyWords: RuleConfig = {
  denyWords: {
    type: "array",
    items: { type: "string" },
    description: "Words that names, tags and texts must not hold, in any case.",
    default: [],
  },
};

const allowedTagKeys: RuleConfig = {
  allowedTagKeys: {
    type: "array",
    items: { type: "string" },
    description: "Tags whose values may hold the name or address of a member of staff.",
    default: ["Owner", "Contact"],
  },
};

/**
 * Inputs that name the resource itself. An input that refers to another resource by its name is not among them: it is
 * judged there, and at preview it is mostly unknown.
 */
const ownNames = ["name", "namePrefix", "identifier", "identifierPrefix", "dbName", "aliasName"];

/** Inputs that name the resource itself on these types only, and refer to another one elsewhere. */
const ownNamesByType: Readonly<Record<string, readonly string[]>> = {
  bucket: ["bucket", "bucketPrefix"],
  bucketV2: ["bucket", "bucketPrefix"],
  cluster: ["clusterIdentifier", "clusterId", "clusterName", "databaseName"],
  globalCluster: ["globalClusterIdentifier", "databaseName"],
  replicationGroup: ["replicationGroupId"],
  repository: ["repositoryName"],
  function: ["functionName"],
  vault: ["vaultName"],
  domain: ["domainName"],
  stateMachine: ["stateMachineName"],
};

const namesFor = onceFor((type: string): readonly string[] => {
  const kind = /:(?:.*\/)?(\w+):\w+$/.exec(type)?.[1] ?? "";
  return [...ownNames, ...(ownNamesByType[kind] ?? [])];
});

function expectClean(
  resource: ResourceCheck,
  condition: (text: string) => boolean,
  what: string,
  skip: readonly string[],
): void {
  const given = resource.inputs.raw as Readonly<Record<string, unknown>>;
  for (const name of namesFor(resource.type)) {
    if (typeof given[name] !== "string") continue;
    resource.expect(noText(resource.inputs.child(name), condition), `the input ${name} holds ${what}`);
  }
  const tags = resource.get("tags");
  if (tags.isUnknown) resource.expect(tags.asUnknown(), "");
  const own = new Map(tags.entries());
  const inherited = resource
    .get("tagsAll")
    .entries()
    .filter(([key]) => !own.has(key));
  for (const [key, value] of [...own, ...inherited]) {
    if (skip.includes(key)) continue;
    resource.expect(Truth.of(!condition(key)), `the name of a tag holds ${what}`);
    resource.expect(noText(value, condition), `the value of a tag holds ${what}`);
  }
}

const noPhiInNamesAndTags = resourceRule("general-no-phi-in-names-and-tags", {
  config: { ...denyWords, ...allowedTagKeys },
  check: (resource) => {
    const words = resource.setting<readonly string[]>("denyWords");
    const condition = (text: string): boolean => holdsPhi(text, words);
    expectClean(resource, condition, "what looks like an identifier of a person", resource.setting("allowedTagKeys"));
    // Pulumi keeps URNs in state, and the logical name is part of the URN.
    resource.expect(
      Truth.of(!condition(resource.name)),
      "the logical name holds what looks like an identifier of a person",
    );
  },
});

const contactDetails = resourceRule("general-contact-details-in-names-and-tags", {
  config: allowedTagKeys,
  check: (resource) =>
    expectClean(
      resource,
      holdsContactDetails,
      "an e-mail address or a phone number",
      resource.setting("allowedTagKeys"),
    ),
});

/** Free-form inputs. Those that a service's own rule scans are left to that rule. */
const freeTexts = [
  "description",
  "displayName",
  "comment",
  "alarmDescription",
  "definition",
  "containerDefinitions",
  "containerProperties",
  "parameters",
  "environment.variables",
  "userData",
];

const noPhiInFreeText = resourceRule("general-no-phi-in-free-text", {
  config: denyWords,
  check: (resource) => {
    const words = resource.setting<readonly string[]>("denyWords");
    for (const path of freeTexts) {
      const value = resource.get(path);
      if (value.isAbsent) continue;
      resource.expect(
        noText(value, (text) => holdsPhi(text, words)),
        `the input ${path} holds what looks like an identifier of a person`,
      );
    }
  },
});

const classificationTag = resourceRule("general-data-classification-tag", {
  check: (resource) => {
    // Of other types than stores nothing tells whether they take tags, until one has some.
    const taggable = [resource.get("tags"), resource.get("tagsAll")].some((tags) => !tags.isAbsent);
    resource.onlyWhen(Truth.of(taggable || phiStoreTypes.includes(resource.type)), "takes no tags, or has none");
    resource.expect(resource.tag("hipaa:phi").isOneOf("true", "false"), "nothing says whether the resource holds PHI");
  },
});

/** Rules on what may stand in names, tags and texts, whatever the service. */
export const crossCuttingRules: readonly Rule[] = [
  noPhiInNamesAndTags,
  contactDetails,
  noPhiInFreeText,
  classificationTag,
];
