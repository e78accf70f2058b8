import type { ForeignShape } from "../support/foreign";
import { careless } from "./iot-intake/careless";
import { compliant } from "./iot-intake/compliant";

export const shape: ForeignShape = {
  title: "AWS IoT Core, Kinesis and Data Firehose, Timestream, functions that watch and provision",
  compliant,
  careless,
  accepted: {},
  mistakes: [
    { what: "a record number among a pump's attributes", foundBy: ["iot-no-phi-in-registry at pump-7"] },
    { what: "pumps may be one another, and hear everything", foundBy: ["iot-policy-least-privilege at pumps"] },
    { what: "the gateway reads every pump", foundBy: ["iot-policy-least-privilege at gateway"] },
    { what: "functions are administrators", foundBy: ["iam-no-admin-managed-policy at functions"] },
    { what: "a week of logs", foundBy: ["cloudwatch-log-retention-minimum at tokens"] },
    { what: "logs under AWS's own key", foundBy: ["cloudwatch-log-group-cmk at tokens"] },
    { what: "everyone may call the function", foundBy: ["lambda-permission-scoped at tokens"] },
    { what: "tokens without a signature", foundBy: ["iot-authorizer-signing at tokens"] },
    { what: "old TLS", foundBy: ["iot-tls-policy at pumps"] },
    { what: "no hook asks who is provisioned", foundBy: ["iot-provisioning-secure at pumps"] },
    { what: "a stream without encryption", foundBy: ["kinesis-stream-encrypted at readings"] },
    { what: "a stream that everyone reads", foundBy: ["kinesis-policy-scoped at readings"] },
    { what: "series under AWS's own key", foundBy: ["timestream-cmk at pilot"] },
    { what: "an archive without versions", foundBy: ["s3-versioning at archive"] },
    { what: "an archive whose readers nobody knows", foundBy: ["s3-access-logging at archive"] },
    { what: "an archive without a key", foundBy: ["s3-default-encryption at archive"] },
    { what: "an archive over plain HTTP", foundBy: ["s3-deny-insecure-transport at archive"] },
    { what: "raw messages for the whole internet", foundBy: ["s3-no-public-acl at archive"] },
    { what: "nothing is blocked", foundBy: ["s3-public-access-block-settings at archive"] },
    { what: "the vendor's key in the program", foundBy: ["firehose-no-inline-secrets at vendor"] },
    { what: "failures lie in a bucket without a key", foundBy: ["firehose-destination-encrypted at vendor"] },
    { what: "no log tells of failures", foundBy: ["firehose-logging at vendor"] },
    { what: "readings wait for delivery unencrypted", foundBy: ["firehose-encrypted at vendor"] },
    { what: "alerts are not encrypted", foundBy: ["sns-topic-encrypted at alerts"] },
    { what: "alerts are taken in the clear", foundBy: ["sns-deny-insecure-transport at alerts"] },
    { what: "alerts over plain HTTP", foundBy: ["sns-subscription-protocols at pager"] },
    { what: "anything with any stream, topic or series", foundBy: ["iam-no-service-wildcard at routing"] },
  ],
};
