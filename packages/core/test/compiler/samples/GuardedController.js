// GuardedController (2 routes)
import { Clock, Guard, GuardedController, GuardedController_Catch as catchArgument, GuardedController_Use as useArgument, UserStore } from "./samples.controller.ts";
import { createRouter, drain, etag, httpContext, runMiddleware, toCaught, toProblem, toReply, withoutBody } from "@gatewright/core/runtime";
import { find as functionUrlFind, method as functionUrlMethod, pathParameters as functionUrlPathParameters, recognizes as functionUrlRecognizes, request as functionUrlRequest, toResult as functionUrlToResult } from "@gatewright/core/runtime/function-url";
import { find as httpApiFind, method as httpApiMethod, pathParameters as httpApiPathParameters, request as httpApiRequest, toResult as httpApiToResult } from "@gatewright/core/runtime/http-api";

const request = (event, other) => functionUrlRecognizes(event) ? functionUrlRequest(event, other) : httpApiRequest(event, other);
const pathParameters = (event, other) => functionUrlRecognizes(event) ? functionUrlPathParameters(event, other) : httpApiPathParameters(event, other);
const find = (event, router) => functionUrlRecognizes(event) ? functionUrlFind(event, router) : httpApiFind(event, router);
const method = (event, other) => functionUrlRecognizes(event) ? functionUrlMethod(event, other) : httpApiMethod(event, other);
const toResult = (reply, event) => functionUrlRecognizes(event) ? functionUrlToResult(reply, event) : httpApiToResult(reply, event);
const guardedController = new GuardedController();
const layers = [useArgument];
const mappings = [[[catchArgument, 404]]];
const guardedControllerRoute = {"id":"GuardedController.any","method":"ANY","path":"/guarded/any"};
const clock = new Clock();
const userStore = new UserStore(clock);
const guard = new Guard(userStore);
const layers2 = [useArgument, (context, next) => guard.use(context, next), etag()];
const guardedControllerRoute2 = {"id":"GuardedController.get","method":"GET","path":"/guarded/{id}"};

const guardedControllerAny = async (event, context, http) => {
  return toReply(guardedController.any());
};

const guardedControllerGet = async (event, context, http) => {
  const pathValues = pathParameters(event, guardedControllerRoute2);
  return toReply(guardedController.get(pathValues.id));
};

const answers = {
  __proto__: null,
  "ANY /guarded/any": (event, context) => {
    const http = httpContext(request(event, guardedControllerRoute), context, guardedControllerRoute);
    return runMiddleware(layers, http, () => guardedControllerAny(event, context, http), (error) => toCaught(error, mappings, context, () => http));
  },
  "GET /guarded/{id}": (event, context) => {
    const http = httpContext(request(event, guardedControllerRoute2), context, guardedControllerRoute2);
    return runMiddleware(layers2, http, () => guardedControllerGet(event, context, http), (error) => toCaught(error, mappings, context, () => http));
  },
};
const router = createRouter(answers);

export const handler = async (event, context) => {
  try {
    const answer = find(event, router)(event, context);
    const reply = answer.then ? await answer : answer;
    return toResult(await drain(await withoutBody(reply, method(event)), event), event);
  } catch (error) {
    return toResult(await withoutBody(toProblem(error, context), method(event)), event);
  }
};
