import { Truth } from "../../authoring/truth";
import type { Value } from "../../authoring/value";
import { attachedIf, readPolicy, type PolicyReading } from "../../knowledge/access/policy-reading";
import { isProviderFilled } from "../declared";
import type { GraphResource, StackGraph } from "../stack-graph";
import { awsManagedPolicy } from "./aws-managed";
import { group, groupMembership, managedPolicy, policyAttachment, role, user, userGroupMembership } from "./tokens";

/** A policy of a principal, and how to speak of it. */
export interface HeldPolicy {
  readonly reading: PolicyReading;
  /** `policy "batch-all"`; logical names only. */
  readonly label: string;
}

/** Where the policies of each kind of principal stand: inline ones, attached ones, lists of them. */
interface Homes {
  readonly inline: readonly (readonly [type: string, path: string])[];
  readonly attachments: readonly (readonly [type: string, path: string, arns: string])[];
}

const homes: Readonly<Record<string, Homes>> = {
  [role]: {
    inline: [["aws:iam/rolePolicy:RolePolicy", "role"]],
    attachments: [
      ["aws:iam/rolePolicyAttachment:RolePolicyAttachment", "role", "policyArn"],
      ["aws:iam/rolePolicyAttachmentsExclusive:RolePolicyAttachmentsExclusive", "roleName", "policyArns"],
      [policyAttachment, "roles", "policyArn"],
    ],
  },
  [user]: {
    inline: [["aws:iam/userPolicy:UserPolicy", "user"]],
    attachments: [
      ["aws:iam/userPolicyAttachment:UserPolicyAttachment", "user", "policyArn"],
      ["aws:iam/userPolicyAttachmentsExclusive:UserPolicyAttachmentsExclusive", "userName", "policyArns"],
      [policyAttachment, "users", "policyArn"],
    ],
  },
  [group]: {
    inline: [["aws:iam/groupPolicy:GroupPolicy", "group"]],
    attachments: [
      ["aws:iam/groupPolicyAttachment:GroupPolicyAttachment", "group", "policyArn"],
      ["aws:iam/groupPolicyAttachmentsExclusive:GroupPolicyAttachmentsExclusive", "groupName", "policyArns"],
      [policyAttachment, "groups", "policyArn"],
    ],
  },
};

/** All policies of a role, a user or a group, in every form in which they may be declared; a user's groups' too. */
export function policiesOf(graph: StackGraph, principal: GraphResource): HeldPolicy[] {
  const { inline, attachments } = homes[principal.type] ?? { inline: [], attachments: [] };
  return [
    ...inline.flatMap(([type, path]) => linked(graph, principal, type, path).map(inlinePolicy)),
    ...attachments.flatMap(([type, path, arns]) =>
      linked(graph, principal, type, path).flatMap(({ from, isLinked }) =>
        attachedBy(graph, from, from.get(arns)).map((held) => heldIf(held, isLinked)),
      ),
    ),
    ...(principal.type === role ? ofRoleItself(graph, principal) : []),
    ...(principal.type === user ? ofGroups(graph, principal) : []),
  ];
}

/** The policies of the stack that are attached to a role for certain. */
export function policiesAttachedTo(graph: StackGraph, one: GraphResource): GraphResource[] {
  const { attachments } = homes[one.type] ?? { attachments: [] };
  const byAttachment = attachments.flatMap(([type, path, arns]) =>
    graph.referrers(one, type, path).flatMap((from) => graph.references(from, arns, managedPolicy).targets),
  );
  return [...new Set([...byAttachment, ...graph.references(one, "managedPolicyArns", managedPolicy).targets])];
}

/** The permissions boundary of a role or a user; nothing where there is none that could be read. */
export function boundaryOf(graph: StackGraph, principal: GraphResource): PolicyReading | undefined {
  const boundary = principal.get("permissionsBoundary");
  if (boundary.isGiven().isNo) return undefined;
  const [reading] = attachedBy(graph, principal, boundary).map((held) => held.reading);
  // What a boundary of another stack leaves cannot be told, on update neither: then nothing is said of the principal.
  return reading ?? { statements: [], open: [] };
}

interface Link {
  readonly from: GraphResource;
  readonly isLinked: Truth;
}

/** The resources of a type that refer to a principal, or may. */
function linked(graph: StackGraph, principal: GraphResource, type: string, path: string): Link[] {
  const certain = graph.referrers(principal, type, path).map((from) => ({ from, isLinked: Truth.yes }));
  const open = graph.once(`access open ${type} ${path} ${principal.type}`, () =>
    graph.unresolvedReferrers(type, path, principal.type),
  );
  return [...certain, ...open.map((from) => ({ from, isLinked: Truth.unknown(path) }))];
}

function inlinePolicy({ from, isLinked }: Link): HeldPolicy {
  return heldIf({ reading: readPolicy(from.get("policy")), label: `policy "${from.name}"` }, isLinked);
}

function heldIf({ reading, label }: HeldPolicy, isHeld: Truth): HeldPolicy {
  return { reading: attachedIf(reading, isHeld), label };
}

/** The policies that an ARN or a list of them attaches. One of another stack is judged there. */
function attachedBy(graph: StackGraph, from: GraphResource, arns: Value): HeldPolicy[] {
  const references = arns.items().map((arn) => ({ arn, ...graph.referencesOf(from, arn, managedPolicy) }));
  const own = [...new Set(references.flatMap(({ targets }) => targets))];
  // One ARN that was made of several is one of them; which one is known on update.
  const isAttached = Array.isArray(arns.raw) || own.length < 2 ? Truth.yes : Truth.unknown(arns.path);
  return [
    ...own.map((policy) =>
      heldIf({ reading: readPolicy(policy.get("policy")), label: `policy "${policy.name}"` }, isAttached),
    ),
    ...references.flatMap(({ arn, targets, complete, path }) => {
      if (targets.length > 0) return [];
      const aws = arn.text === undefined ? undefined : awsManagedPolicy(arn.text);
      if (aws) return [{ reading: aws.reading, label: `AWS's policy ${aws.name}` }];
      return complete ? [] : [{ reading: { statements: [], open: [path] }, label: "a policy" }];
    }),
  ];
}

function ofRoleItself(graph: StackGraph, one: GraphResource): HeldPolicy[] {
  // The provider reads back into these what was attached by resources of their own.
  const inline = isProviderFilled(one, "inlinePolicies") ? [] : one.get("inlinePolicies").items();
  const arns = one.get("managedPolicyArns");
  return [
    ...inline.map((item) => ({ reading: readPolicy(item.get("policy")), label: "its inline policy" })),
    ...(isProviderFilled(one, "managedPolicyArns") ? [] : attachedBy(graph, one, arns)),
  ];
}

function ofGroups(graph: StackGraph, one: GraphResource): HeldPolicy[] {
  return graph.ofType(group).flatMap((each) => {
    const byGroup = graph
      .ofType(groupMembership)
      .map((from) => bothRefer(graph, from, ["users", one], ["group", each]));
    const byUser = graph
      .ofType(userGroupMembership)
      .map((from) => bothRefer(graph, from, ["user", one], ["groups", each]));
    const isMember = Truth.any([...byGroup, ...byUser]);
    if (isMember.isNo) return [];
    return policiesOf(graph, each).map((held) =>
      heldIf({ ...held, label: `group "${each.name}" → ${held.label}` }, isMember),
    );
  });
}

function bothRefer(
  graph: StackGraph,
  from: GraphResource,
  ...links: readonly (readonly [path: string, to: GraphResource])[]
): Truth {
  return Truth.all(links.map(([path, to]) => graph.refersTo(from, path, to)));
}
