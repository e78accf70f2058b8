import type { ServiceSimulation } from "../type-simulation";

const iot = (kind: string) => `arn:{partition}:iot:{region}:{account}:${kind}`;

/** AWS IoT Core and Amazon Timestream. */
export const devices: ServiceSimulation = {
  "aws:iot/thing:Thing": { id: "{name}", arn: iot("thing/{name}"), outputs: { defaultClientId: "{name}", version: 1 } },
  "aws:iot/thingType:ThingType": { id: "{name}", arn: iot("thingtype/{name}") },
  "aws:iot/thingGroup:ThingGroup": { id: "{name}", arn: iot("thinggroup/{name}"), outputs: { version: 1 } },
  "aws:iot/policy:Policy": { id: "{name}", arn: iot("policy/{name}"), outputs: { defaultVersionId: "1" } },
  "aws:iot/certificate:Certificate": { id: "{hex64}", arn: iot("cert/{id}"), outputs: { caCertificateId: "" } },
  "aws:iot/topicRule:TopicRule": { id: "{name}", arn: iot("rule/{name}") },
  "aws:iot/roleAlias:RoleAlias": { id: "{alias}", arn: iot("rolealias/{alias}") },
  "aws:iot/authorizer:Authorizer": { id: "{name}", arn: iot("authorizer/{name}") },
  "aws:iot/domainConfiguration:DomainConfiguration": {
    id: "{name}",
    arn: iot("domainconfiguration/{name}/{hex5}"),
    outputs: { domainType: "CUSTOMER_MANAGED" },
  },
  "aws:iot/provisioningTemplate:ProvisioningTemplate": {
    id: "{name}",
    arn: iot("provisioningtemplate/{name}"),
    outputs: { defaultVersionId: 1 },
  },
  "aws:timestreamwrite/database:Database": {
    id: "{databaseName}",
    arn: "arn:{partition}:timestream:{region}:{account}:database/{databaseName}",
    outputs: { tableCount: 0 },
  },
  "aws:timestreamwrite/table:Table": {
    id: "{tableName}:{databaseName}",
    arn: "arn:{partition}:timestream:{region}:{account}:database/{databaseName}/table/{tableName}",
  },
};
