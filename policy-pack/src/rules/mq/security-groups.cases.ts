import { fault, pass, ref, resource, undecided, unknown, type ServiceCases } from "../../testing/cases";

const broker = (properties: Record<string, unknown> = {}) =>
  resource(
    "aws:mq/broker:Broker",
    { engineType: "ActiveMQ", securityGroups: [ref("group", "id")], ...properties },
    { name: "broker" },
  );
const group = (properties: Record<string, unknown> = {}) =>
  resource("aws:ec2/securityGroup:SecurityGroup", properties, { name: "group" });
const opening = (port: unknown) => ({ protocol: "tcp", fromPort: port, toPort: port, securityGroups: ["sg-client"] });
const standalone = (port: unknown, more: Record<string, unknown> = {}) =>
  resource(
    "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
    { securityGroupId: ref("group", "id"), ipProtocol: "tcp", fromPort: port, toPort: port, ...more },
    { name: "rule" },
  );
const classic = (port: unknown, type = "ingress") =>
  resource(
    "aws:ec2/securityGroupRule:SecurityGroupRule",
    { type, securityGroupId: ref("group", "id"), protocol: "tcp", fromPort: port, toPort: port },
    { name: "rule" },
  );

export const securityGroupCases: ServiceCases = {
  "mq-security-group-tls-ports": [
    pass("OpenWire over TLS, inline", [broker(), group({ ingress: [opening(61617)] })]),
    pass("AMQP over TLS, standalone", [broker(), group(), standalone(5671)]),
    pass("the console, by a classic rule", [broker(), group(), classic(8162)]),
    pass("a way out", [broker(), group(), classic(61616, "egress")]),
    pass("RabbitMQ, which listens in clear nowhere", [
      broker({ engineType: "RabbitMQ" }),
      group({ ingress: [opening(61616)] }),
    ]),
    pass("a group of something else", [
      broker(),
      group(),
      resource("aws:ec2/securityGroup:SecurityGroup", { ingress: [opening(80)] }, { name: "other" }),
    ]),
    fault("OpenWire in clear, inline", [broker(), group({ ingress: [opening(61617), opening(61616)] })], {
      at: ["group"],
    }),
    fault("AMQP in clear, standalone", [broker(), group(), standalone(5672)], { at: ["rule"] }),
    fault("MQTT in clear, by a classic rule", [broker(), group(), classic(1883)], { at: ["rule"] }),
    fault("a range of ports", [broker(), group(), standalone(61614, { toPort: 61619 })], { at: ["rule"] }),
    fault("every port", [broker(), group(), standalone(undefined, { ipProtocol: "-1" })], { at: ["rule"] }),
    fault("no group", broker({ securityGroups: undefined })),
    undecided("a port known on update", [broker(), group(), standalone(unknown)], { at: ["rule"] }),
    undecided("groups known on update", broker({ securityGroups: unknown })),
    undecided(
      "a rule whose group is known on update",
      [broker(), group(), standalone(5672, { securityGroupId: unknown })],
      { at: ["rule"] },
    ),
    undecided("an engine known on update", [broker({ engineType: unknown }), group({ ingress: [opening(61616)] })], {
      at: ["group"],
    }),
  ],
};
