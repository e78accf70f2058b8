import { textOf } from "@hipaa-aws/stack-state";
import type { Creation, ServiceSimulation } from "../type-simulation";

const urlHost = ({ inputs }: Creation) => textOf(inputs.url).replace(/^https?:\/\//, "");
const created = "2026-01-01T00:00:00Z";

/** AWS Identity and Access Management, IAM Access Analyzer. */
export const iam: ServiceSimulation = {
  "aws:iam/role:Role": {
    id: "{name}",
    arn: "arn:{partition}:iam::{account}:role{path|slash}{name}",
    outputs: { uniqueId: "AROA{upper17}", createDate: created, path: "/", maxSessionDuration: 3600 },
    autoname: { property: "name", maxLength: 64 },
  },
  "aws:iam/policy:Policy": {
    id: "arn:{partition}:iam::{account}:policy{path|slash}{name}",
    arn: "{id}",
    outputs: { policyId: "ANPA{upper17}", attachmentCount: 0, path: "/" },
    autoname: { property: "name", maxLength: 128 },
  },
  "aws:iam/user:User": {
    id: "{name}",
    arn: "arn:{partition}:iam::{account}:user{path|slash}{name}",
    outputs: { uniqueId: "AIDA{upper17}", path: "/" },
    autoname: { property: "name", maxLength: 64 },
  },
  "aws:iam/group:Group": {
    id: "{name}",
    arn: "arn:{partition}:iam::{account}:group{path|slash}{name}",
    outputs: { uniqueId: "AGPA{upper17}", path: "/" },
    autoname: { property: "name", maxLength: 128 },
  },
  "aws:iam/instanceProfile:InstanceProfile": {
    id: "{name}",
    arn: "arn:{partition}:iam::{account}:instance-profile{path|slash}{name}",
    outputs: { uniqueId: "AIPA{upper17}", createDate: created, path: "/" },
    autoname: { property: "name", maxLength: 128 },
  },
  "aws:iam/rolePolicy:RolePolicy": { id: "{role}:{name}", autoname: { property: "name", maxLength: 128 } },
  "aws:iam/rolePolicyAttachment:RolePolicyAttachment": { id: "{role}-{digits26}" },
  "aws:iam/rolePoliciesExclusive:RolePoliciesExclusive": { id: "{roleName}" },
  "aws:iam/rolePolicyAttachmentsExclusive:RolePolicyAttachmentsExclusive": { id: "{roleName}" },
  "aws:iam/serviceLinkedRole:ServiceLinkedRole": {
    id: "arn:{partition}:iam::{account}:role/aws-service-role/{awsServiceName}/AWSServiceRole",
    arn: "{id}",
    outputs: {
      name: "AWSServiceRole",
      path: "/aws-service-role/{awsServiceName}/",
      uniqueId: "AROA{upper17}",
      createDate: created,
    },
  },
  "aws:iam/openIdConnectProvider:OpenIdConnectProvider": {
    id: "{arn}",
    arn: "arn:{partition}:iam::{account}:oidc-provider/{urlHost}",
    places: { urlHost },
  },
  "aws:iam/samlProvider:SamlProvider": { id: "{arn}", arn: "arn:{partition}:iam::{account}:saml-provider/{name}" },
  "aws:iam/accountPasswordPolicy:AccountPasswordPolicy": {
    id: "iam-account-password-policy",
    outputs: { expirePasswords: true },
  },
  "aws:iam/accountAlias:AccountAlias": { id: "{accountAlias}" },
  "aws:accessanalyzer/analyzer:Analyzer": {
    id: "{analyzerName}",
    arn: "arn:{partition}:access-analyzer:{region}:{account}:analyzer/{analyzerName}",
  },
};
