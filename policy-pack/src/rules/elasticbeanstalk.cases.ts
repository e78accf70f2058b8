import {
  fault,
  notApplicable,
  pass,
  resource,
  undecided,
  unknown,
  type RuleCase,
  type ServiceCases,
} from "../testing/cases";

type Properties = Record<string, unknown>;
type Option = readonly [namespace: unknown, name: unknown, value: unknown];
const settings = (options: readonly Option[]) =>
  options.map(([namespace, name, value]) => ({ namespace, name, value }));
const environment = (options: readonly Option[] = [], more: Properties = {}) =>
  resource("aws:elasticbeanstalk/environment:Environment", { settings: settings(options), ...more });
const template = (options: readonly Option[] = [], more: Properties = {}) =>
  resource("aws:elasticbeanstalk/configurationTemplate:ConfigurationTemplate", {
    settings: settings(options),
    ...more,
  });
const inherited = { templateName: "hardened" };

const kinds = "aws:elasticbeanstalk:environment";
const single: Option = [kinds, "EnvironmentType", "SingleInstance"];
const balancer = (kind: unknown): Option => [kinds, "LoadBalancerType", kind];
const shared: Option = [kinds, "LoadBalancerIsShared", "true"];

const tls12 = "ELBSecurityPolicy-TLS13-1-2-2021-06";
const https: Record<string, Option> = {
  protocol: ["aws:elbv2:listener:443", "Protocol", "HTTPS"],
  policy: ["aws:elbv2:listener:443", "SSLPolicy", tls12],
  closed: ["aws:elbv2:listener:default", "ListenerEnabled", "false"],
  hop: ["aws:elasticbeanstalk:environment:process:default", "Protocol", "HTTPS"],
};
const classic: readonly Option[] = [
  balancer("classic"),
  ["aws:elb:listener:443", "ListenerProtocol", "HTTPS"],
  ["aws:elb:listener:443", "InstanceProtocol", "HTTPS"],
  ["aws:elb:listener", "ListenerEnabled", "false"],
  ["aws:elb:policies:tls", "SSLReferencePolicy", "ELBSecurityPolicy-TLS-1-2-2017-01"],
];
const httpsBut = (left: string, ...changed: Option[]) => [
  ...Object.keys(https).flatMap((key) => (key === left ? [] : [https[key] as Option])),
  ...changed,
];

/** Cases of a rule that demands one option. */
function demands(
  namespace: string,
  name: string,
  right: string,
  wrong: string | undefined,
  also: Option[] = [],
): RuleCase[] {
  const of = (value: unknown): Option[] => [[namespace, name, value], ...also];
  return [
    pass("stated", environment(of(right))),
    pass("stated in a saved configuration", template(of(right))),
    pass("left to a saved configuration", environment([], inherited)),
    pass("left to another environment", template([], { environmentId: "e-1" })),
    fault("not stated", environment(also)),
    fault("no settings", resource("aws:elasticbeanstalk/environment:Environment", {})),
    fault("not stated in a saved configuration", template(also)),
    fault("another namespace", environment([["aws:other", name, right], ...also])),
    ...(wrong === undefined
      ? []
      : [
          fault("stated otherwise", environment(of(wrong))),
          fault("stated otherwise beside a saved configuration", environment(of(wrong), inherited)),
          undecided("known on update", environment(of(unknown))),
        ]),
    undecided("settings known on update", environment([], { settings: unknown })),
    undecided("a name known on update", environment([[namespace, unknown, right], ...also])),
  ];
}

const variable = (name: unknown, value: unknown): Option => [
  "aws:elasticbeanstalk:application:environment",
  name,
  value,
];
const launch = "aws:autoscaling:launchconfiguration";
const updates = "aws:elasticbeanstalk:managedactions";
const startTime: Option = [updates, "PreferredStartTime", "Sun:02:00"];
const level: Option = [`${updates}:platformupdate`, "UpdateLevel", "minor"];
const enabled: Option = [updates, "ManagedActionsEnabled", "true"];

export const elasticbeanstalkCases: ServiceCases = {
  "beanstalk-settings": [
    pass("HTTPS on both sides", environment(httpsBut(""))),
    pass("HTTPS on both sides, the balancer stated", environment(httpsBut("", balancer("application")))),
    pass("another port", environment(httpsBut("", ["aws:elbv2:listener:8443", "Protocol", "HTTPS"]))),
    pass("a classic balancer", environment(classic)),
    pass("a classic balancer, which is not stated", environment(classic.slice(1))),
    fault(
      "an application balancer with options of another kind",
      environment([balancer("application"), ...classic.slice(1)]),
    ),
    fault("a balancer whose kind is not stated and that stays open", environment(classic.slice(1, -2))),
    pass(
      "a shared balancer, whose policy stands elsewhere",
      environment([https["protocol"] as Option, https["hop"] as Option, shared]),
    ),
    pass("left to a saved configuration", environment([], inherited)),
    notApplicable("a single instance", environment([single])),
    notApplicable("a worker", environment([], { tier: "Worker" })),
    notApplicable("a network balancer", environment([balancer("network")])),
    fault("nothing stated", environment()),
    fault("no HTTPS listener", environment(httpsBut("protocol"))),
    fault("no policy, which means TLS 1.0", environment(httpsBut("policy"))),
    fault(
      "an old policy",
      environment(httpsBut("policy", ["aws:elbv2:listener:443", "SSLPolicy", "ELBSecurityPolicy-2016-08"])),
    ),
    fault("the default listener left on", environment(httpsBut("closed"))),
    fault(
      "the default listener on",
      environment(httpsBut("closed", ["aws:elbv2:listener:default", "ListenerEnabled", "true"])),
    ),
    fault("plain HTTP to the instances", environment(httpsBut("hop"))),
    fault(
      "a further listener for plain HTTP",
      environment(httpsBut("", ["aws:elbv2:listener:8080", "Protocol", "HTTP"])),
    ),
    fault(
      "plain HTTP beside a saved configuration",
      environment([["aws:elbv2:listener:8080", "Protocol", "HTTP"]], inherited),
    ),
    fault("a classic balancer with options of another kind", environment(httpsBut("", balancer("classic")))),
    fault(
      "a classic balancer that talks plain HTTP to instances",
      environment(classic.filter(([, name]) => name !== "InstanceProtocol")),
    ),
    fault("a saved configuration", template(httpsBut("closed"))),
    undecided(
      "a policy known on update",
      environment(httpsBut("policy", ["aws:elbv2:listener:443", "SSLPolicy", unknown])),
    ),
    undecided("settings known on update", environment([], { settings: unknown })),
    pass("a kind of environment known on update, and HTTPS", [
      environment(httpsBut("", [kinds, "EnvironmentType", unknown])),
    ]),
    undecided("a kind of environment known on update, and no HTTPS", [
      environment([[kinds, "EnvironmentType", unknown]]),
    ]),
  ],
  "beanstalk-instances-private": [
    pass("nothing stated, which means private", environment()),
    pass("private", environment([["aws:ec2:vpc", "AssociatePublicIpAddress", "false"]])),
    pass("another option", environment([["aws:ec2:vpc", "ELBScheme", "true"]])),
    fault("public", environment([["aws:ec2:vpc", "AssociatePublicIpAddress", "true"]])),
    fault("public, as a switch", environment([["aws:ec2:vpc", "AssociatePublicIpAddress", true]])),
    fault("public in a saved configuration", template([["aws:ec2:vpc", "AssociatePublicIpAddress", "true"]])),
    fault(
      "public beside an unknown",
      environment([
        [unknown, unknown, unknown],
        ["aws:ec2:vpc", "AssociatePublicIpAddress", "true"],
      ]),
    ),
    undecided("known on update", environment([["aws:ec2:vpc", "AssociatePublicIpAddress", unknown]])),
    undecided("settings known on update", environment([], { settings: unknown })),
  ],
  "beanstalk-log-streaming": demands("aws:elasticbeanstalk:cloudwatch:logs", "StreamLogs", "true", "false"),
  "beanstalk-lb-access-logs": [
    ...demands("aws:elbv2:loadbalancer", "AccessLogsS3Enabled", "true", "false"),
    notApplicable("a single instance", environment([single])),
    notApplicable("a worker", environment([], { tier: "Worker" })),
    notApplicable("a shared balancer", environment([shared])),
    notApplicable("a classic balancer", environment([balancer("classic")])),
  ],
  "beanstalk-managed-updates": [
    ...demands(updates, "ManagedActionsEnabled", "true", "false", [startTime, level]),
    fault("no time", environment([enabled, level])),
    fault("no level", environment([enabled, startTime])),
  ],
  "beanstalk-imdsv2": demands(launch, "DisableIMDSv1", "true", "false"),
  "beanstalk-root-volume-type": demands(launch, "RootVolumeType", "gp3", undefined),
  "beanstalk-enhanced-health": demands(
    "aws:elasticbeanstalk:healthreporting:system",
    "SystemType",
    "enhanced",
    "basic",
  ),
  "beanstalk-no-phi-in-fields": [
    pass("no properties", environment()),
    pass("a harmless property", environment([variable("STAGE", "production")])),
    pass(
      "the ARN of a secret",
      environment([variable("DB_SECRET", "arn:aws:secretsmanager:us-east-1:111122223333:secret:db")]),
    ),
    fault("a master password", environment([["aws:rds:dbinstance", "DBPassword", "correct horse"]])),
    fault("a password", environment([variable("DB_PASSWORD", "correct horse")])),
    fault("a password in a saved configuration", template([variable("DB_PASSWORD", "correct horse")])),
    fault("a token", environment([variable("SOURCE", `ghp_${"a1B2".repeat(9)}`)])),
    fault("a URL with a password", environment([variable("DATABASE", "postgres://app:correct-horse@db:5432/app")])),
    fault("the number of a patient", environment([variable("DEMO", "MRN-0012345")])),
    fault("a deny-word", environment([variable("CLINIC", "Oncology West")]), { config: { denyWords: ["oncology"] } }),
    fault(
      "a password beside an unknown",
      environment([variable("A", unknown), variable("DB_PASSWORD", "correct horse")]),
    ),
    undecided("a value known on update", environment([variable("DB_PASSWORD", unknown)])),
    undecided("settings known on update", environment([], { settings: unknown })),
  ],
};
