import type { ResourceCheck } from "../../authoring/resource-check";
import { resourceRule } from "../../authoring/rule";
import { Truth } from "../../authoring/truth";
import type { Value } from "../../authoring/value";
import { hasTls12Floor, loadBalancerPolicyFloor } from "../../knowledge/tls-policies";
import { hasBalancer, isLoadBalanced, isSet, sharesBalancer, someOption } from "./options";

const noBalancer = "has no load balancer";

/** Listeners of application balancers by port, and of classic ones. */
const listener = /^aws:elbv2:listener:\d+$/i;
const classicListener = /^aws:elb:listener:\d+$/i;

const isHttps = (value: Value): Truth => value.isOneOf("HTTPS");
const isTls = (value: Value): Truth => value.isOneOf("HTTPS", "SSL");
const isOff = (value: Value): Truth => value.isFalse();
const hasFloor = (value: Value): Truth => hasTls12Floor(value, loadBalancerPolicyFloor);

export const httpsOnly = resourceRule("beanstalk-settings", {
  check: (environment) => {
    environment.onlyWhen(isLoadBalanced(environment), noBalancer);
    // Its listeners carry connections as they are; TLS then ends at the instances, out of sight.
    environment.onlyWhen(hasBalancer(environment, "network").not(), "a network load balancer passes connections on");
    // Where the kind is not stated, options of either kind count: AWS refuses those that do not fit.
    const isClassic = hasBalancer(environment, "classic");
    const isApplication = hasBalancer(environment, "application");
    const judge = (classic: Truth, application: Truth): Truth =>
      Truth.any([isApplication.not().and(classic), isClassic.not().and(application)]);
    const set = isSet.bind(undefined, environment);
    environment.expect(
      judge(set(classicListener, "ListenerProtocol", isTls), set(listener, "Protocol", isHttps)),
      "no listener of the load balancer takes HTTPS",
    );
    environment.expect(
      judge(
        set(/^aws:elb:policies/i, "SSLReferencePolicy", hasFloor),
        sharesBalancer(environment).or(set(listener, "SSLPolicy", hasFloor)),
      ),
      "the load balancer takes versions of TLS older than 1.2",
    );
    environment.expect(
      judge(
        set("aws:elb:listener", "ListenerEnabled", isOff),
        sharesBalancer(environment).or(set("aws:elbv2:listener:default", "ListenerEnabled", isOff)),
      ),
      "the load balancer takes plain HTTP at its default listener",
    );
    environment.expect(plainListener(environment).not(), "a listener of the load balancer takes plain HTTP");
    environment.expect(
      judge(
        set(classicListener, "InstanceProtocol", isTls),
        set("aws:elasticbeanstalk:environment:process:default", "Protocol", isHttps),
      ),
      "the load balancer talks to the instances without TLS",
    );
  },
});

function plainListener(environment: ResourceCheck): Truth {
  const isPlain = (value: Value): Truth => value.isOneOf("HTTP", "TCP");
  return Truth.any([
    someOption(environment, listener, "Protocol", isPlain),
    someOption(environment, classicListener, "ListenerProtocol", isPlain),
  ]);
}

export const accessLogs = resourceRule("beanstalk-lb-access-logs", {
  check: (environment) => {
    environment.onlyWhen(isLoadBalanced(environment), noBalancer);
    const hasNoOption = Truth.any([
      hasBalancer(environment, "classic"),
      hasBalancer(environment, "network"),
      sharesBalancer(environment),
    ]);
    environment.onlyWhen(hasNoOption.not(), "the log of such a load balancer is no option of the environment");
    environment.expect(
      isSet(environment, "aws:elbv2:loadbalancer", "AccessLogsS3Enabled", (value) => value.isTrue()),
      "the load balancer writes no access log",
    );
  },
});
