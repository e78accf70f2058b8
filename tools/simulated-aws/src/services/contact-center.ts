import type { ServiceSimulation } from "../type-simulation";

const ofInstance = (kind: string) => `arn:{partition}:connect:{region}:{account}:instance/{instanceId}/${kind}/{uuid}`;

/** Amazon Connect and Amazon Lex. */
export const contactCenter: ServiceSimulation = {
  "aws:connect/instance:Instance": {
    id: "{uuid}",
    arn: "arn:{partition}:connect:{region}:{account}:instance/{id}",
    outputs: {
      status: "ACTIVE",
      serviceRole:
        "arn:{partition}:iam::{account}:role/aws-service-role/connect.amazonaws.com/AWSServiceRoleForAmazonConnect_{hex20}",
    },
  },
  "aws:connect/instanceStorageConfig:InstanceStorageConfig": {
    id: "{instanceId}:{hex64}:{resourceType}",
    outputs: { associationId: "{hex64}" },
  },
  "aws:connect/hoursOfOperation:HoursOfOperation": {
    id: "{instanceId}:{uuid}",
    arn: ofInstance("operating-hours"),
    outputs: { hoursOfOperationId: "{uuid}" },
  },
  "aws:connect/queue:Queue": {
    id: "{instanceId}:{uuid}",
    arn: ofInstance("queue"),
    outputs: { queueId: "{uuid}" },
  },
  "aws:connect/contactFlow:ContactFlow": {
    id: "{instanceId}:{uuid}",
    arn: ofInstance("contact-flow"),
    outputs: { contactFlowId: "{uuid}" },
  },
  "aws:connect/securityProfile:SecurityProfile": {
    id: "{instanceId}:{uuid}",
    arn: ofInstance("security-profile"),
    outputs: { securityProfileId: "{uuid}" },
  },
  "aws:connect/routingProfile:RoutingProfile": {
    id: "{instanceId}:{uuid}",
    arn: ofInstance("routing-profile"),
    outputs: { routingProfileId: "{uuid}" },
  },
  "aws:connect/phoneNumber:PhoneNumber": {
    id: "{uuid}",
    arn: "arn:{partition}:connect:{region}:{account}:phone-number/{id}",
    outputs: { phoneNumber: "+18005550100" },
  },
  "aws:connect/lambdaFunctionAssociation:LambdaFunctionAssociation": { id: "{instanceId},{functionArn}" },
  "aws:lex/v2modelsBot:V2modelsBot": {
    id: "{upper10}",
    arn: "arn:{partition}:lex:{region}:{account}:bot/{id}",
  },
  "aws:lex/v2modelsBotLocale:V2modelsBotLocale": { id: "{localeId},{botId},{botVersion}" },
  "aws:lex/v2modelsIntent:V2modelsIntent": {
    id: "{upper10}:{botId}:{botVersion}:{localeId}",
    outputs: { intentId: "{upper10}" },
  },
  "aws:lex/v2modelsSlot:V2modelsSlot": {
    id: "{botId},{botVersion},{intentId},{localeId},{upper10}",
    outputs: { slotId: "{upper10}" },
  },
  "aws:lex/v2modelsSlotType:V2modelsSlotType": {
    id: "{botId},{botVersion},{localeId},{upper10}",
    outputs: { slotTypeId: "{upper10}" },
  },
};
