import { fault, pass, resource, undecided, unknown, type ServiceCases } from "../../testing/cases";

const configuration = (data: unknown) => resource("aws:mq/configuration:Configuration", { data });
const connectors = (...uris: readonly string[]) =>
  configuration(
    `<broker><transportConnectors>${uris.map((uri) => `<transportConnector name="c" uri="${uri}"/>`).join("")}</transportConnectors></broker>`,
  );

export const connectorCases: ServiceCases = {
  "mq-tls-protocols": [
    pass("no connectors", configuration("<broker/>")),
    pass("TLS connectors", [
      connectors(
        "ssl://0.0.0.0:61617",
        "amqp+ssl://0:5671",
        "mqtt+nio+ssl://0:8883",
        "stomp+ssl://0:61614",
        "wss://0:61619",
      ),
    ]),
    pass("a plain connector in a comment", [
      configuration('<broker><!-- <transportConnector uri="tcp://0:61616"/> --></broker>'),
    ]),
    pass("a configuration of RabbitMQ", configuration("consumer_timeout = 1800000")),
    fault("OpenWire in clear", connectors("ssl://0:61617", "tcp://0:61616")),
    fault("NIO in clear", connectors("nio://0:61616")),
    fault("AMQP in clear", connectors("amqp://0:5672")),
    fault("MQTT over NIO in clear", connectors("mqtt+nio://0:1883")),
    fault("STOMP in clear", connectors("stomp://0:61613")),
    fault("WebSocket in clear", connectors("ws://0:61614")),
    fault("single quotes, another order and a line break", [
      configuration("<broker><transportConnector\n uri='TCP://0:61616' name='openwire'></transportConnector></broker>"),
    ]),
    undecided("known on update", configuration(unknown)),
    pass("no text", configuration(undefined)),
  ],
};
