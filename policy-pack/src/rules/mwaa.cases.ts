import { fault, pass, resource, undecided, unknown, type CaseProperties, type ServiceCases } from "../testing/cases";

const environment = (properties: CaseProperties = {}) => resource("aws:mwaa/environment:Environment", properties);
const logs = (changed: CaseProperties = {}) =>
  environment({
    loggingConfiguration: {
      schedulerLogs: { enabled: true },
      workerLogs: { enabled: true },
      webserverLogs: { enabled: true },
      ...changed,
    },
  });

export const mwaaCases: ServiceCases = {
  "mwaa-not-public": [
    pass("nothing said, which means private", environment()),
    pass("private", environment({ webserverAccessMode: "PRIVATE_ONLY" })),
    fault("public", environment({ webserverAccessMode: "PUBLIC_ONLY" })),
    fault("both", environment({ webserverAccessMode: "PUBLIC_AND_PRIVATE" })),
    undecided("known on update", environment({ webserverAccessMode: unknown })),
  ],
  "mwaa-logging": [
    pass("all on, tasks by default", logs()),
    pass("all on", logs({ taskLogs: { enabled: true, logLevel: "INFO" } })),
    fault("nothing said", environment()),
    fault("the scheduler off", logs({ schedulerLogs: { enabled: false } })),
    fault("workers not said", logs({ workerLogs: undefined })),
    fault("a web server of a level only", logs({ webserverLogs: { logLevel: "INFO" } })),
    fault("tasks off", logs({ taskLogs: { enabled: false } })),
    fault("tasks off, workers known on update", logs({ workerLogs: unknown, taskLogs: { enabled: false } })),
    undecided("known on update", logs({ schedulerLogs: { enabled: unknown } })),
  ],
  "mwaa-cmk": [
    pass("a wired key", environment({ kmsKey: unknown })),
    pass("a key by ARN", environment({ kmsKey: "arn:aws:kms:us-east-1:111122223333:key/b" })),
    fault("no key", environment()),
    fault("AWS's own key", environment({ kmsKey: "alias/aws/airflow" })),
  ],
};
