import { fault, json, notApplicable, pass, resource, undecided, unknown, type ServiceCases } from "../testing/cases";

const declared = (typeName: unknown, desiredState: unknown) =>
  resource("aws:cloudcontrol/resource:Resource", { typeName, desiredState });
const dataset = (desiredState: unknown) => declared("AWS::Forecast::Dataset", desiredState);
const KmsKeyArn = "arn:aws:kms:us-east-1:111122223333:key/b";
const RoleArn = "arn:aws:iam::111122223333:role/forecast";

export const forecastCases: ServiceCases = {
  "forecast-encrypted-datasets": [
    pass("a key and a role", dataset(json({ EncryptionConfig: { KmsKeyArn, RoleArn } }))),
    pass("a key in the API's spelling", dataset(json({ EncryptionConfig: { KMSKeyArn: KmsKeyArn, RoleArn } }))),
    notApplicable("another type", declared("AWS::Lex::BotAlias", json({}))),
    fault("nothing said", dataset(json({ DatasetName: "visits" }))),
    fault("no key", dataset(json({ EncryptionConfig: { RoleArn } }))),
    fault("no role", dataset(json({ EncryptionConfig: { KmsKeyArn } }))),
    fault("AWS's own key", dataset(json({ EncryptionConfig: { KmsKeyArn: "alias/aws/forecast", RoleArn } }))),
    undecided("known on update", dataset(unknown)),
    undecided("text that is no JSON", dataset("{")),
    undecided("a type known on update", declared(unknown, json({}))),
    fault("no state at all", dataset(undefined)),
    notApplicable("no type, which AWS does not accept", declared(undefined, json({ DatasetName: "visits" }))),
  ],
};
