import type { ForeignShape } from "../support/foreign";
import { careless } from "./fhir-store/careless";
import { compliant } from "./fhir-store/compliant";

export const shape: ForeignShape = {
  title: "HealthLake, SMART on FHIR by Cognito, a proxy in Lambda behind a REST API, bulk exports to S3",
  compliant,
  careless,
  accepted: {},
  mistakes: [
    { what: "the key is never rotated", foundBy: ["kms-key-rotation-enabled at exports-key"] },
    { what: "everyone may use the key", foundBy: ["kms-key-policy-no-wildcard-principal at exports-key"] },
    { what: "deleting the stack deletes the exports", foundBy: ["s3-force-destroy-off at exports"] },
    { what: "the exports have no versions", foundBy: ["s3-versioning at exports"] },
    { what: "who read the exports is not logged", foundBy: ["s3-access-logging at exports"] },
    { what: "a policy may make the exports public", foundBy: ["s3-public-access-block-settings at exports"] },
    {
      what: "partners download without signing in",
      foundBy: ["s3-policy-no-public-principal at exports"],
      onUpdateOnly: true,
    },
    { what: "plain HTTP is not refused", foundBy: ["s3-policy-tls-statement at exports"], onUpdateOnly: true },
    { what: "the store is under a key of AWS", foundBy: ["healthlake-cmk at fhir"] },
    {
      what: "everything in S3 and KMS for a job that writes to one bucket",
      foundBy: ["iam-no-service-wildcard at exporter", "iam-kms-actions-scoped at exporter"],
    },
    { what: "a password is enough", foundBy: ["cognito-mfa at users"] },
    { what: "a short password is", foundBy: ["cognito-password-policy at users"] },
    { what: "tokens in the address bar, passwords as they are", foundBy: ["cognito-client-hardening at spa"] },
    { what: "a callback over plain HTTP", foundBy: ["cognito-callback-https at spa"] },
    { what: "tokens live for a day", foundBy: ["cognito-session-lifetimes at spa"] },
    { what: "a policy of AWS for every store", foundBy: ["iam-no-full-access-managed-policy at proxy"] },
    { what: "a runtime that gets no more fixes", foundBy: ["lambda-runtime-supported at proxy"] },
    { what: "a password in the program", foundBy: ["lambda-no-secrets-in-env at proxy"] },
    { what: "the function's log is under AWS's own key", foundBy: ["cloudwatch-log-group-cmk at proxy"] },
    { what: "a way around the API that asks for nothing", foundBy: ["lambda-url-auth at proxy"] },
    { what: "the API asks for nothing either", foundBy: ["apigateway-authorization at any"] },
    { what: "any account's API may call the function", foundBy: ["lambda-permission-source at proxy-api"] },
    { what: "no access logs", foundBy: ["apigateway-access-logs at v1"] },
    { what: "no web ACL in front", foundBy: ["apigateway-private-or-waf at v1"] },
    { what: "whole records in the execution logs", foundBy: ["apigateway-execution-logs-no-payload at v1"] },
    { what: "TLS 1.0", foundBy: ["apigateway-domain-tls12 at fhir"] },
    { what: "notices of failures are not encrypted", foundBy: ["sns-topic-encrypted at import-failures"] },
  ],
};
