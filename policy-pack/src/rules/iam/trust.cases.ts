import { fault, notApplicable, pass, ref, resource, undecided, unknown, type ServiceCases } from "../../testing/cases";
import { documentOf, roleOf, trust, trusting } from "../../testing/iam";

type Properties = Record<string, unknown>;

const own = "111122223333";
const other = "444455556666";
const service = (name: string, Condition?: unknown) => trust({ Service: `${name}.amazonaws.com` }, Condition);
const account = (id: string, Condition?: unknown) => trust({ AWS: `arn:aws:iam::${id}:root` }, Condition);
const mfa = (value: unknown, operator = "Bool") => ({ [operator]: { "aws:MultiFactorAuthPresent": value } });

const github = "token.actions.githubusercontent.com";
const eks = "oidc.eks.us-east-1.amazonaws.com/id/ABC";
const web = (host: string, Condition?: unknown, Action: unknown = "sts:AssumeRoleWithWebIdentity") =>
  trusting(trust({ Federated: `arn:aws:iam::${own}:oidc-provider/${host}` }, Condition, Action));
const subject = (host: string, value: unknown, operator = "StringLike") =>
  web(host, { StringEquals: { [`${host}:aud`]: "sts.amazonaws.com" }, [operator]: { [`${host}:sub`]: value } });

const ownRole = (properties: Properties) => roleOf({ arn: `arn:aws:iam::${own}:role/app`, ...properties });
const crossing = (...statements: readonly Properties[]) => ownRole({ assumeRolePolicy: documentOf(...statements) });

export const trustCases: ServiceCases = {
  "iam-trust-policy-no-wildcard": [
    pass("a service", trusting(service("ecs-tasks"))),
    pass("one account", trusting(account(own))),
    pass("everyone of one organization", trusting(trust("*", { StringEquals: { "aws:PrincipalOrgID": "o-abc" } }))),
    pass(
      "a deny for everyone",
      trusting({ ...trust("*", mfa("false", "BoolIfExists")), Effect: "Deny" }, service("ec2")),
    ),
    fault("everyone", trusting(trust("*"))),
    fault("everyone, by AWS", trusting(trust({ AWS: "*" }))),
    fault("everyone, in a list", trusting(service("ec2"), trust({ AWS: [own, "*"] }))),
    fault("everyone with an external id", trusting(trust("*", { StringEquals: { "sts:ExternalId": "x" } }))),
    fault("every service", trusting(trust({ Service: "*" }))),
    fault("every identity provider", trusting(trust({ Federated: "*" }, undefined, "sts:AssumeRoleWithWebIdentity"))),
    fault("all but one", trusting({ Effect: "Allow", NotPrincipal: { AWS: own }, Action: "sts:AssumeRole" })),
    fault("everyone of any organization", trusting(trust("*", { StringLike: { "aws:PrincipalOrgID": "*" } }))),
    fault(
      "beside a statement known on update",
      roleOf({ assumeRolePolicy: { Statement: [trust({ AWS: unknown }), trust("*")] } }),
    ),
    undecided("a trust policy known on update", roleOf({ assumeRolePolicy: unknown })),
    pass("no trust, which AWS does not accept", roleOf({})),
  ],
  "iam-oidc-trust-scoped": [
    pass("one branch of one repository", subject(github, "repo:clinic/portal:ref:refs/heads/main", "StringEquals")),
    pass("one repository", subject(github, "repo:clinic/portal:*")),
    pass("one organization", subject(github, "repo:clinic/*")),
    pass("a subject that begins with another claim", subject(github, "repository_owner_id:1234:repo:*")),
    pass(
      "without an audience, which IAM checks",
      web(github, { StringEquals: { [`${github}:sub`]: "repo:clinic/portal:environment:prod" } }),
    ),
    pass("one service account", subject(eks, "system:serviceaccount:portal:web", "StringEquals")),
    pass("the service accounts of one namespace", subject(eks, "system:serviceaccount:portal:*")),
    pass("one project of another provider", subject("gitlab.com", "project_path:clinic/portal:*")),
    pass("one identity pool of Cognito", [
      trusting(
        trust(
          { Federated: "cognito-identity.amazonaws.com" },
          { StringEquals: { "cognito-identity.amazonaws.com:aud": "us-east-1:pool" } },
          "sts:AssumeRoleWithWebIdentity",
        ),
      ),
    ]),
    pass("another claim that is configured", web("idp.example", { StringEquals: { "idp.example:groups": "ops" } }), {
      config: { pinningClaims: ["idp.example:groups"] },
    }),
    pass(
      "a SAML provider",
      trusting(trust({ Federated: `arn:aws:iam::${own}:saml-provider/idp` }, undefined, "sts:AssumeRoleWithSAML")),
    ),
    pass("a service", trusting(service("ec2"))),
    fault("an audience only", web(github, { StringEquals: { [`${github}:aud`]: "sts.amazonaws.com" } })),
    fault("no condition", web(github)),
    fault("any action of STS", web(github, undefined, "sts:*")),
    fault("any subject", subject(github, "*")),
    fault("any organization", subject(github, "repo:*")),
    fault("organizations that begin alike", subject(github, "repo:clinic*/portal:*")),
    fault("an environment of any repository", subject(github, "environment:prod")),
    fault("one subject and any", subject(github, ["repo:clinic/portal:*", "*"])),
    fault("a subject if there is one", subject(github, "repo:clinic/portal:*", "StringLikeIfExists")),
    fault("for all subjects", subject(github, "repo:clinic/portal:*", "ForAllValues:StringLike")),
    fault("any but one", subject(github, "repo:clinic/portal:*", "StringNotLike")),
    fault("any namespace", subject(eks, "system:serviceaccount:*:web")),
    fault("any project of another provider", subject("gitlab.com", "project_path:*")),
    fault("any subject of another provider", subject("idp.example", "*:admin")),
    fault(
      "any identity pool",
      trusting(trust({ Federated: "cognito-identity.amazonaws.com" }, undefined, "sts:AssumeRoleWithWebIdentity")),
    ),
    undecided("a trust policy known on update", roleOf({ assumeRolePolicy: unknown })),
    undecided(
      "a wired provider",
      [
        roleOf({
          assumeRolePolicy: documentOf(
            trust({ Federated: ref("provider", "arn") }, undefined, "sts:AssumeRoleWithWebIdentity"),
          ),
        }),
        resource("aws:iam/openIdConnectProvider:OpenIdConnectProvider", {}, { name: "provider" }),
      ],
      { afterUpdate: "fault" },
    ),
    pass("no trust, which AWS does not accept", roleOf({})),
  ],
  "iam-mfa-enforced": [
    pass("with MFA", trusting(account(own, mfa("true")))),
    pass("with MFA as a boolean", trusting(account(own, mfa(true)))),
    pass("with recent MFA", trusting(account(own, { NumericLessThan: { "aws:MultiFactorAuthAge": "3600" } }))),
    pass(
      "refused without MFA",
      trusting(account(own), { ...trust("*", mfa("false", "BoolIfExists")), Effect: "Deny" }),
    ),
    pass("a service", trusting(service("ec2"))),
    pass("a role, which has no MFA", trusting(trust({ AWS: `arn:aws:iam::${own}:role/ci` }))),
    pass("a third party's programs", trusting(account(other, { StringEquals: { "sts:ExternalId": "x" } }))),
    pass(
      "an account's roles only",
      trusting(account(own, { ArnLike: { "aws:PrincipalArn": `arn:aws:iam::${own}:role/ci-*` } })),
    ),
    pass(
      "SAML, where the identity provider asks for it",
      trusting(trust({ Federated: `arn:aws:iam::${own}:saml-provider/idp` })),
    ),
    fault("an account", trusting(account(own))),
    fault("an account by its id", trusting(trust({ AWS: own }))),
    fault("a user", trusting(trust({ AWS: `arn:aws:iam::${own}:user/a` }))),
    fault("MFA if it is said", trusting(account(own, mfa("true", "BoolIfExists")))),
    fault("without MFA only", trusting(account(own, mfa("false")))),
    fault("one statement of two", trusting(account(own, mfa("true")), trust({ AWS: `arn:aws:iam::${own}:user/a` }))),
    fault("a deny that long-term keys pass", trusting(account(own), { ...trust("*", mfa("false")), Effect: "Deny" })),
    notApplicable("a role for programs", trusting(account(own)), { config: { machineRoles: ["sub*"] } }),
    undecided("a trust policy known on update", roleOf({ assumeRolePolicy: unknown })),
    pass("no trust, which AWS does not accept", roleOf({})),
  ],
  "iam-cross-account-trust-conditions": [
    pass("the stack's own account", crossing(account(own))),
    pass("a service", crossing(service("ec2"))),
    pass("an external id", crossing(account(other, { StringEquals: { "sts:ExternalId": "x" } }))),
    pass("one organization", crossing(account(other, { StringEquals: { "aws:PrincipalOrgID": "o-abc" } }))),
    pass(
      "part of an organization",
      crossing(account(other, { "ForAnyValue:StringLike": { "aws:PrincipalOrgPaths": "o-abc/r-1/ou-1/*" } })),
    ),
    pass("an account on the list", roleOf({ assumeRolePolicy: documentOf(account(other)) }), {
      config: { accountIds: [other] },
    }),
    fault("another account", crossing(account(other))),
    fault("another account by its id", crossing(trust({ AWS: [own, other] }))),
    fault("a role of another account", crossing(trust({ AWS: `arn:aws:iam::${other}:role/ci` }))),
    fault("any external id", crossing(account(other, { StringLike: { "sts:ExternalId": "*" } }))),
    fault(
      "an external id if there is one",
      crossing(account(other, { StringEqualsIfExists: { "sts:ExternalId": "x" } })),
    ),
    fault("another account, as other resources tell", [
      roleOf({ assumeRolePolicy: documentOf(account(other)) }),
      resource("aws:kms/key:Key", { arn: `arn:aws:kms:us-east-1:${own}:key/k` }, { name: "key" }),
    ]),
    undecided("an account, where the stack's own is not known", trusting(account(other))),
    undecided("a trust policy known on update", roleOf({ assumeRolePolicy: unknown })),
    pass("no trust, which AWS does not accept", ownRole({})),
  ],
};
