import { resourceRule, stackRule, type Rule } from "../../authoring/rule";
import { Truth } from "../../authoring/truth";
import type { Value } from "../../authoring/value";
import { allowsEveryone, someStatement } from "../../knowledge/policy-judgement";
import { bucketTypes, bucketsOf, companionTypes, hasCompanion, linkedBucket } from "./buckets";
import { receivesCloudFrontLogs } from "./log-targets";
import { coverageOf, deniesEveryone } from "./policies";

const accessPoint = "aws:s3/accessPoint:AccessPoint";
const accountBlock = "aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock";
const multiRegionAccessPoint = "aws:s3control/multiRegionAccessPoint:MultiRegionAccessPoint";
const multiRegionPolicy = "aws:s3control/multiRegionAccessPointPolicy:MultiRegionAccessPointPolicy";

const switches = ["blockPublicAcls", "blockPublicPolicy", "ignorePublicAcls", "restrictPublicBuckets"];

const publicAccessBlock = stackRule("s3-public-access-block", {
  check: (stack, graph) => {
    const ofAccount = Truth.of(graph.ofType(accountBlock).length > 0);
    for (const bucket of bucketsOf(graph)) {
      stack.expect(
        bucket,
        ofAccount.or(hasCompanion(graph, bucket, "publicAccessBlock")),
        "the bucket has no public access block of its own",
      );
    }
  },
});

/** Where access points keep the four switches; they are on unless switched off. */
const switchesByType: Readonly<Record<string, string>> = {
  [accessPoint]: "publicAccessBlockConfiguration",
  [multiRegionAccessPoint]: "details.publicAccessBlock",
};

const publicAccessBlockSettings = resourceRule("s3-public-access-block-settings", {
  check: (resource) => {
    const block = switchesByType[resource.type];
    const states = switches.map((name) => {
      const value = block === undefined ? resource.get(name) : resource.get(block).get(name);
      return { name, isOn: block === undefined ? value.isTrue() : value.isFalse().not() };
    });
    const off = states.filter(({ isOn }) => isOn.isNo).map(({ name }) => name);
    resource.expect(Truth.all(states.map(({ isOn }) => isOn)), `the public access block leaves off ${off.join(", ")}`);
  },
});

const accountPublicAccessBlock = stackRule("s3-account-public-access-block", {
  // A stack that lacks the resource has none of the catalogue's type, so the rule looks at every stack.
  types: ["*"],
  config: {
    accountBaseline: {
      type: "boolean",
      description: "Whether this stack owns the settings of the account; other stacks are not judged.",
      default: false,
    },
  },
  check: (stack, graph) => {
    const [first] = graph.ofType("pulumi:pulumi:Stack").concat(graph.resources);
    if (!first || !stack.setting<boolean>("accountBaseline")) return;
    const isDeclared = Truth.of(graph.ofType(accountBlock).length > 0);
    stack.expect(first, isDeclared, "the account baseline declares no account-wide S3 public access block");
  },
});

const policyNoPublicPrincipal = resourceRule("s3-policy-no-public-principal", {
  check: (resource) => {
    const policy = resource.get(resource.type === multiRegionPolicy ? "details.policy" : "policy");
    const isOpen = policy.isGiven().and(allowsEveryone(policy));
    resource.expect(isOpen.not(), "the policy allows everyone, and no condition narrows it to an account or a network");
  },
});

const policyNoLockout = resourceRule("s3-policy-no-lockout", {
  // The inline policy of a bucket locks out just as well.
  types: [...companionTypes.policy, ...bucketTypes],
  check: (resource) => {
    const policy = resource.get("policy");
    const locksOut = someStatement(policy, (statement) => {
      const { bucket, objects } = coverageOf(statement.resources);
      return (
        deniesEveryone(statement) &&
        statement.conditions.size === 0 &&
        statement.actions.some((action) => /^(s3:)?\*$/i.test(action)) &&
        (bucket || objects)
      );
    });
    const fault = "the policy denies every action to everyone without a condition, so only the root user gets in";
    resource.expect(policy.isGiven().and(locksOut).not(), fault);
  },
});

const ownershipControls = "aws:s3/bucketOwnershipControls:BucketOwnershipControls";

/** A stack rule, because CloudFront's standard logging writes with access control lists, and only by them. */
const aclDisabled = stackRule("s3-acl-disabled", {
  types: [ownershipControls],
  check: (stack, graph) => {
    for (const controls of graph.ofType(ownershipControls)) {
      const ownership = controls.get("rule.objectOwnership");
      const { targets, complete } = linkedBucket(graph, controls);
      const isForLogs = Truth.any([
        ...targets.map((bucket) => receivesCloudFrontLogs(graph, bucket)),
        targets.length > 0 || complete ? Truth.no : Truth.unknown("bucket"),
      ]);
      stack.expect(
        controls,
        ownership.isOneOf("BucketOwnerEnforced").or(ownership.isOneOf("BucketOwnerPreferred").and(isForLogs)),
        "the ownership control leaves access control lists on",
      );
    }
  },
});

/** Groups of everyone, and of everyone with any AWS account. */
const publicGroup = /\/groups\/global\/(allusers|authenticatedusers)$/i;

const topicRule = "aws:iot/topicRule:TopicRule";

function isPublicCanned(acl: Value): Truth {
  return acl.isOneOf("public-read", "public-read-write", "authenticated-read", "website");
}

const noPublicAcl = resourceRule("s3-no-public-acl", {
  // The grants of a log target are access control lists too.
  types: [
    "aws:s3/bucketAcl:BucketAcl",
    "aws:s3/bucketAclV2:BucketAclV2",
    ...bucketTypes,
    "aws:s3/bucketObject:BucketObject",
    "aws:s3/bucketObjectv2:BucketObjectv2",
    "aws:s3/objectCopy:ObjectCopy",
    // A rule of AWS IoT writes objects with the list it names.
    topicRule,
    ...companionTypes.logging,
  ],
  check: (resource) => {
    const isPublic = (grantee: Value): Truth => grantee.get("uri").matches(publicGroup);
    const actions = resource.type === topicRule ? [resource.get("s3"), resource.get("errorAction.s3")] : [];
    const closed = Truth.any([
      isPublicCanned(resource.get("acl")),
      ...actions.map((action) => action.some((one) => isPublicCanned(one.get("cannedAcl")))),
      resource.get("grants").some(isPublic),
      resource.get("accessControlPolicy.grants").some((grant) => isPublic(grant.get("grantee"))),
      resource.get("targetGrants").some((grant) => isPublic(grant.get("grantee"))),
    ]).not();
    resource.expect(closed, "the access control list is open to the world or to every AWS account");
  },
});

export const publicAccessRules: readonly Rule[] = [
  publicAccessBlock,
  publicAccessBlockSettings,
  accountPublicAccessBlock,
  policyNoPublicPrincipal,
  policyNoLockout,
  aclDisabled,
  noPublicAcl,
];
