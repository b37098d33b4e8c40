// GateController.check (authorizer "users")
import { Clock, GateController, UserStore } from "./samples.controller.ts";
import { bindScalar, refuse, string, toAuthorizer } from "@gatewright/core/runtime";
import { headers } from "@gatewright/core/runtime/rest-api";

const clock = new Clock();
const userStore = new UserStore(clock);
const gateController = new GateController(userStore);
const authorizationPlace = {"in":"header","path":"authorization","required":true};

export const handler = toAuthorizer({"name":"users","isCached":true}, async (event, context) => {
  const failures = [];
  const headerValues = headers(event);
  const authorization = bindScalar(headerValues.authorization, string, authorizationPlace, failures);
  refuse(failures);
  return gateController.check(authorization);
});
