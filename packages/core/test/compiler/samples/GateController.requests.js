// GateController.requests (authorizer "requests")
import { Clock, GateController, UserStore } from "./samples.controller.ts";
import { authorizedRoute, bindScalar, number, refuse, toAuthorizer } from "@gatewright/core/runtime";
import { query as httpApiQuery, recognizes as httpApiRecognizes, request as httpApiRequest } from "@gatewright/core/runtime/http-api";
import { query as restApiQuery, request as restApiRequest } from "@gatewright/core/runtime/rest-api";

const request = (event, other) => httpApiRecognizes(event) ? httpApiRequest(event, other) : restApiRequest(event, other);
const query = (event, other) => httpApiRecognizes(event) ? httpApiQuery(event, other) : restApiQuery(event, other);
const clock = new Clock();
const userStore = new UserStore(clock);
const gateController = new GateController(userStore);
const limitPlace = {"in":"query","path":"limit","required":false};

export const handler = toAuthorizer({"name":"requests","isCached":false}, async (event, context) => {
  const failures = [];
  const queryValues = query(event);
  const limit = bindScalar(queryValues.limit, number, limitPlace, failures);
  refuse(failures);
  return gateController.requests(request(event, authorizedRoute(event)), limit);
});
