import { fault, json, pass, ref, resource, undecided, unknown, type ServiceCases } from "../../testing/cases";
import { documentOf, roleOf } from "../../testing/iam";

type Properties = Record<string, unknown>;

const group = (properties: Properties = {}, name = "subject") => resource("aws:iam/group:Group", properties, { name });
const user = (properties: Properties = {}, name = "subject") => resource("aws:iam/user:User", properties, { name });
const inline = (properties: Properties) => resource("aws:iam/groupPolicy:GroupPolicy", properties, { name: "inline" });
const attachment = (properties: Properties) =>
  resource("aws:iam/groupPolicyAttachment:GroupPolicyAttachment", properties, { name: "attachment" });
const attachments = (properties: Properties) =>
  resource("aws:iam/policyAttachment:PolicyAttachment", properties, { name: "attachments" });
const managed = (policy: unknown) => resource("aws:iam/policy:Policy", { policy }, { name: "managed" });
const groupMembers = (properties: Properties) =>
  resource("aws:iam/groupMembership:GroupMembership", properties, { name: "members" });
const userGroups = (properties: Properties) =>
  resource("aws:iam/userGroupMembership:UserGroupMembership", properties, { name: "groups" });

const mfaDeny = (changed: Properties = {}) => ({
  Effect: "Deny",
  NotAction: ["iam:ChangePassword", "iam:EnableMFADevice"],
  Resource: "*",
  Condition: { BoolIfExists: { "aws:MultiFactorAuthPresent": "false" } },
  ...changed,
});
const own = ref("subject", "name");

const stack = resource("pulumi:pulumi:Stack", {});
const breakGlass = (properties: Properties = {}) =>
  roleOf({ tags: { "hipaa:purpose": "break-glass" }, ...properties }, "emergency");
const eventRule = (eventPattern: unknown) =>
  resource("aws:cloudwatch/eventRule:EventRule", { eventPattern }, { name: "alert" });
const baseline = { config: { accountBaseline: true } };

export const groupCases: ServiceCases = {
  "iam-group-mfa-policy": [
    pass("an inline policy", [group(), inline({ group: own, policy: documentOf(mfaDeny()) })]),
    pass("an attached policy", [
      group(),
      attachment({ group: own, policyArn: ref("managed", "arn") }),
      managed(documentOf(mfaDeny())),
    ]),
    pass("a policy attached to several", [
      group(),
      attachments({ groups: [own], policyArn: ref("managed", "arn") }),
      managed(documentOf(mfaDeny())),
    ]),
    fault("no policy", group()),
    fault("another policy", [
      group(),
      inline({ group: own, policy: documentOf({ Effect: "Allow", Action: "s3:ListBucket", Resource: "*" }) }),
    ]),
    fault("a deny that long-term keys pass", [
      group(),
      inline({
        group: own,
        policy: documentOf(mfaDeny({ Condition: { Bool: { "aws:MultiFactorAuthPresent": "false" } } })),
      }),
    ]),
    fault("a deny of one action", [
      group(),
      inline({ group: own, policy: documentOf(mfaDeny({ NotAction: undefined, Action: "iam:*" })) }),
    ]),
    fault("the policy of another group", [
      group({ name: "staff" }),
      inline({ group: "others", policy: documentOf(mfaDeny()) }),
    ]),
    undecided("a policy known on update", [group(), inline({ group: own, policy: unknown })]),
    undecided("a policy of which group is known on update", [
      group(),
      inline({ group: unknown, policy: documentOf(mfaDeny()) }),
    ]),
    undecided("an attached policy from outside", [group(), attachment({ group: own, policyArn: unknown })]),
  ],
  "iam-group-has-users": [
    pass("members", [group(), groupMembers({ group: own, users: ["a"] })]),
    pass("a user in it", [group(), userGroups({ user: "a", groups: [own] })]),
    fault("none", group()),
    fault("an empty list", [group(), groupMembers({ group: own, users: [] })]),
    fault("the members of another group", [group({ name: "staff" }), groupMembers({ group: "others", users: ["a"] })]),
    undecided("a membership from outside", [group(), userGroups({ user: "a", groups: unknown })]),
  ],
  "iam-user-in-group": [
    pass("in a group", [user(), userGroups({ user: own, groups: ["staff"] })]),
    pass("among a group's members", [user(), groupMembers({ group: "staff", users: [own] })]),
    fault("in none", user()),
    fault("an empty list", [user(), userGroups({ user: own, groups: [] })]),
    fault("another user", [user({ name: "a" }), userGroups({ user: "b", groups: ["staff"] })]),
    undecided("a membership from outside", [user(), groupMembers({ group: "staff", users: unknown })]),
  ],
  "iam-break-glass-present": [
    pass(
      "a role and an alert",
      [stack, breakGlass(), eventRule(json({ detail: { requestParameters: { roleArn: [ref("emergency", "arn")] } } }))],
      baseline,
    ),
    pass(
      "an alert that names the role",
      [
        stack,
        breakGlass({ name: "break-glass" }),
        eventRule('{"detail":{"requestParameters":{"roleArn":[{"suffix":"role/break-glass"}]}}}'),
      ],
      baseline,
    ),
    pass("another stack", stack),
    fault("no role", stack, baseline),
    fault("a role without the tag", [stack, roleOf({}, "emergency")], baseline),
    fault("no alert", [stack, breakGlass()], { ...baseline, at: ["emergency"] }),
    fault("an alert on something else", [stack, breakGlass({ name: "break-glass" }), eventRule("{}")], {
      ...baseline,
      at: ["emergency"],
    }),
    undecided("tags known on update", [stack, breakGlass({ tags: unknown })], baseline),
    undecided("a pattern known on update, from outside", [stack, breakGlass(), eventRule(unknown)], {
      ...baseline,
      at: ["emergency"],
    }),
  ],
};
