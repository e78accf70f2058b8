import type { ServiceSimulation } from "../type-simulation";

const detectorPart = (kind: string) => `arn:{partition}:guardduty:{region}:{account}:detector/{detectorId}/${kind}`;

/** CloudWatch, CloudTrail, AWS Config and the detection services. */
export const observability: ServiceSimulation = {
  "aws:cloudwatch/logGroup:LogGroup": {
    id: "{name}",
    arn: "arn:{partition}:logs:{region}:{account}:log-group:{name}",
    outputs: { logGroupClass: "STANDARD" },
    autoname: { property: "name", maxLength: 512 },
  },
  "aws:cloudwatch/logStream:LogStream": {
    id: "{name}",
    arn: "arn:{partition}:logs:{region}:{account}:log-group:{logGroupName}:log-stream:{name}",
  },
  "aws:cloudwatch/logMetricFilter:LogMetricFilter": { id: "{name}" },
  "aws:cloudwatch/logResourcePolicy:LogResourcePolicy": { id: "{policyName}" },
  "aws:cloudwatch/logDeliverySource:LogDeliverySource": {
    id: "{name}",
    arn: "arn:{partition}:logs:{region}:{account}:delivery-source:{name}",
    autoname: { property: "name", maxLength: 60 },
  },
  "aws:cloudwatch/logDeliveryDestination:LogDeliveryDestination": {
    id: "{name}",
    arn: "arn:{partition}:logs:{region}:{account}:delivery-destination:{name}",
    autoname: { property: "name", maxLength: 60 },
  },
  "aws:cloudwatch/logDelivery:LogDelivery": {
    id: "{lower16}",
    arn: "arn:{partition}:logs:{region}:{account}:delivery:{id}",
  },
  "aws:cloudwatch/logSubscriptionFilter:LogSubscriptionFilter": { id: "cwlsf-{digits10}" },
  "aws:cloudwatch/metricAlarm:MetricAlarm": {
    id: "{name}",
    arn: "arn:{partition}:cloudwatch:{region}:{account}:alarm:{name}",
    autoname: { property: "name", maxLength: 255 },
  },
  "aws:cloudwatch/compositeAlarm:CompositeAlarm": {
    id: "{alarmName}",
    arn: "arn:{partition}:cloudwatch:{region}:{account}:alarm:{alarmName}",
  },
  "aws:cloudwatch/dashboard:Dashboard": {
    id: "{dashboardName}",
    outputs: { dashboardArn: "arn:{partition}:cloudwatch::{account}:dashboard/{dashboardName}" },
  },
  "aws:cloudtrail/trail:Trail": {
    id: "{arn}",
    arn: "arn:{partition}:cloudtrail:{region}:{account}:trail/{name}",
    outputs: { homeRegion: "{region}" },
    autoname: { property: "name", maxLength: 128 },
  },
  "aws:cloudtrail/eventDataStore:EventDataStore": {
    id: "{arn}",
    arn: "arn:{partition}:cloudtrail:{region}:{account}:eventdatastore/{uuid}",
  },
  "aws:cfg/recorder:Recorder": { id: "{name}" },
  "aws:cfg/deliveryChannel:DeliveryChannel": { id: "{name}" },
  "aws:cfg/recorderStatus:RecorderStatus": { id: "{name}", autoname: false },
  "aws:cfg/rule:Rule": {
    id: "{name}",
    arn: "arn:{partition}:config:{region}:{account}:config-rule/config-rule-{lower6}",
    outputs: { ruleId: "config-rule-{lower6}" },
    autoname: { property: "name", maxLength: 128 },
  },
  "aws:cfg/conformancePack:ConformancePack": {
    id: "{name}",
    arn: "arn:{partition}:config:{region}:{account}:conformance-pack/{name}/conformance-pack-{lower9}",
  },
  "aws:cfg/configurationAggregator:ConfigurationAggregator": {
    id: "{name}",
    arn: "arn:{partition}:config:{region}:{account}:config-aggregator/config-aggregator-{lower8}",
  },
  "aws:guardduty/detector:Detector": {
    id: "{hex32}",
    arn: "arn:{partition}:guardduty:{region}:{account}:detector/{id}",
    outputs: { accountId: "{account}", findingPublishingFrequency: "SIX_HOURS" },
  },
  "aws:guardduty/detectorFeature:DetectorFeature": { id: "{detectorId}/{name}", autoname: false },
  "aws:guardduty/publishingDestination:PublishingDestination": {
    id: "{detectorId}:{hex32}",
    arn: detectorPart("publishingDestination/{hex32}"),
  },
  "aws:guardduty/filter:Filter": { id: "{detectorId}:{name}", arn: detectorPart("filter/{name}") },
  "aws:guardduty/organizationAdminAccount:OrganizationAdminAccount": { id: "{adminAccountId}" },
  "aws:guardduty/malwareProtectionPlan:MalwareProtectionPlan": {
    id: "{hex20}",
    arn: "arn:{partition}:guardduty:{region}:{account}:malware-protection-plan/{id}",
    outputs: { status: "ACTIVE", createdAt: "2026-01-01T00:00:00Z" },
  },
  "aws:securityhub/account:Account": {
    id: "{account}",
    arn: "arn:{partition}:securityhub:{region}:{account}:hub/default",
  },
  "aws:securityhub/standardsSubscription:StandardsSubscription": {
    id: "arn:{partition}:securityhub:{region}:{account}:subscription/{hex12}/v/1.0.0",
    arn: "{id}",
  },
  "aws:securityhub/organizationAdminAccount:OrganizationAdminAccount": { id: "{adminAccountId}" },
  "aws:securityhub/findingAggregator:FindingAggregator": {
    id: "arn:{partition}:securityhub:{region}:{account}:finding-aggregator/{uuid}",
    arn: "{id}",
  },
  "aws:macie2/account:Account": {
    id: "{account}",
    outputs: {
      serviceRole:
        "arn:{partition}:iam::{account}:role/aws-service-role/macie.amazonaws.com/AWSServiceRoleForAmazonMacie",
      status: "ENABLED",
    },
  },
  "aws:macie2/classificationJob:ClassificationJob": {
    id: "{hex32}",
    outputs: {
      jobId: "{id}",
      jobArn: "arn:{partition}:macie2:{region}:{account}:classification-job/{id}",
      jobStatus: "RUNNING",
    },
  },
  "aws:inspector2/enabler:Enabler": { id: "{account}" },
  "aws:detective/graph:Graph": {
    id: "arn:{partition}:detective:{region}:{account}:graph:{hex32}",
    outputs: { graphArn: "{id}", createdTime: "2026-01-01T00:00:00Z" },
  },
  "aws:networkfirewall/firewallPolicy:FirewallPolicy": {
    id: "{arn}",
    arn: "arn:{partition}:network-firewall:{region}:{account}:firewall-policy/{name}",
    outputs: { updateToken: "{uuid}" },
  },
  "aws:opensearch/domain:Domain": {
    id: "{arn}",
    arn: "arn:{partition}:es:{region}:{account}:domain/{domainName}",
    outputs: { domainId: "{account}/{domainName}", endpoint: "vpc-{domainName}-{lower26}.{region}.es.{suffix}" },
    autoname: { property: "domainName", maxLength: 28, lowerCase: true },
  },
};
