import { fault, json, pass, resource, undecided, unknown, type ServiceCases } from "../../testing/cases";

const policy = (...statements: unknown[]) =>
  resource("aws:iot/policy:Policy", { policy: json({ Statement: statements }) });
const arn = (name: string) => `arn:aws:iot:us-east-1:111122223333:${name}`;
const allow = (action: string | string[], target: string | string[], more: Record<string, unknown> = {}) => ({
  Effect: "Allow",
  Action: action,
  Resource: target,
  ...more,
});
const thing = "${iot:Connection.Thing.ThingName}";
const connect = allow("iot:Connect", arn(`client/${thing}`));
const attached = { Condition: { Bool: { "iot:Connection.Thing.IsAttached": ["true"] } } };

export const policyCases: ServiceCases = {
  "iot-policy-least-privilege": [
    pass(
      "bound to the thing",
      policy(
        connect,
        allow(["iot:Publish", "iot:Receive"], arn(`topic/vitals/${thing}/*`)),
        allow("iot:Subscribe", arn(`topicfilter/commands/${thing}/*`)),
      ),
    ),
    pass("a prefix of topics", policy(connect, allow("iot:Publish", arn("topic/vitals/*")))),
    pass("any client that is attached to its thing", policy(allow("iot:Connect", "*", attached))),
    pass("one client by name", policy(allow("iot:Connect", arn("client/gateway-1")))),
    pass("a denial of everything", policy(connect, { Effect: "Deny", Action: "iot:*", Resource: "*" })),
    pass("reading jobs of every thing, which is no messaging", policy(allow("iot:DescribeJobExecution", "*"))),
    pass("several clients of the thing", policy(allow("iot:Connect", arn(`client/${thing}-*`)))),
    pass(
      "the client that the certificate names",
      policy(allow("iot:Connect", arn("client/${iot:Certificate.Subject.CommonName}"))),
    ),
    fault("connecting as any of a family of clients", policy(allow("iot:Connect", arn("client/pump-*")))),
    fault("connecting, by a short pattern", policy(allow("iot:Connect", "arn:aws:iot:*"))),
    fault("publishing, by a short pattern", policy(connect, allow("iot:Publish", "arn:aws:iot:us-east-1:*"))),
    fault("every action", policy(allow("iot:*", "*"))),
    fault("every action, in another case, on the thing", policy(allow("IoT:*", arn(`client/${thing}`)))),
    fault("every action of AWS", policy(allow("*", "*"))),
    fault("all but one action", policy({ Effect: "Allow", NotAction: "iot:Connect", Resource: "*" })),
    fault("publishing anywhere", policy(connect, allow("iot:Publish", "*"))),
    fault("publishing on every topic", policy(connect, allow("iot:Publish", arn("topic/*")))),
    fault("publishing by pattern", policy(connect, allow("iot:Pub*", arn("*")))),
    fault("subscribing to every topic", policy(connect, allow("iot:Subscribe", arn("topicfilter/*")))),
    fault("subscribing to the filter for every topic", policy(connect, allow("iot:Subscribe", arn("topicfilter/#")))),
    fault("receiving anything", policy(connect, allow(["iot:Receive"], [arn(`topic/${thing}`), "*"]))),
    fault(
      "all but one topic",
      policy(connect, { Effect: "Allow", Action: "iot:Publish", NotResource: arn("topic/a") }),
    ),
    fault("connecting as anyone", policy(allow("iot:Connect", "*"))),
    fault("connecting as any client", policy(allow("iot:Connect", arn("client/*")))),
    fault("connecting as whoever one says to be", policy(allow("iot:Connect", arn("client/${iot:ClientId}")))),
    fault(
      "connecting as anyone beside a statement known on update",
      resource("aws:iot/policy:Policy", { policy: { Statement: [unknown, allow("iot:Connect", "*")] } }),
    ),
    undecided("known on update", resource("aws:iot/policy:Policy", { policy: unknown })),
    pass("no document, which AWS does not accept", resource("aws:iot/policy:Policy", {})),
  ],
};
