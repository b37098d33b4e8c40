// UsersController (5 routes)
import { Clock, CreateUser, PageQuery, UserStore, UsersController } from "./samples.controller.ts";
import { bindList, bindScalar, coerce, number, ofType, parseJson, refuse, string, to, toProblem, toReply, toReplyWhenReady } from "@gatewright/core/runtime";
import { body, contentType, find, pathParameter, query, toResult } from "@gatewright/core/runtime/http-api";
import { bindDto, bindDtoList } from "@gatewright/core/validation";

const clock = new Clock();
const userStore = new UserStore(clock);
const usersController = new UsersController(userStore, clock);
const bodyTypes = ["application/json","*/*+json"];
const bodyPlace = {"in":"body","path":"","required":true};
const readInput = async (event) => {
  const failures = [];
  const json = parseJson(ofType(body(event), contentType(event), bodyTypes));
  const input = await bindDto(json, CreateUser, bodyPlace, failures);
  refuse(failures);
  return input;
};
const readInput2 = async (event) => {
  const failures = [];
  const json = parseJson(ofType(body(event), contentType(event), bodyTypes));
  const input = await bindDtoList(json, CreateUser, bodyPlace, failures);
  refuse(failures);
  return input;
};
const PageQueryProperties = { "limit": to(number) };
const queryPlace = {"in":"query","path":"","required":true};
const readQueryInput = async (event) => {
  const failures = [];
  const queryValues = query(event);
  const queryInput = await bindDto(coerce(queryValues, PageQueryProperties), PageQuery, queryPlace, failures);
  refuse(failures);
  return queryInput;
};
const qPlace = {"in":"query","path":"q","required":true};
const tagPlace = {"in":"query","path":"tag","required":false};
const pagePlace = {"in":"query","path":"page","required":false};
const replyHeaders = {"cache-control":"no-store"};

const answers = {
  __proto__: null,
  "POST /users": async (event) => await toReplyWhenReady(usersController.create(await readInput(event)), 201),
  "GET /users/hello/{name}": (event) => toReply(usersController.hello(pathParameter(event, "name"))),
  "POST /users/import": async (event) => toReply(usersController.importAll(await readInput2(event))),
  "GET /users": async (event) => await toReplyWhenReady(usersController.list(await readQueryInput(event))),
  "GET /users/search": (event) => {
    const failures = [];
    const queryValues = query(event);
    const q = bindScalar(queryValues.q, string, qPlace, failures);
    const tag = bindList(queryValues.tag, string, tagPlace, failures);
    const page = bindScalar(queryValues.page, number, pagePlace, failures);
    refuse(failures);
    return toReply(usersController.search(q, tag, page), undefined, replyHeaders);
  },
};
const router = { answers };

export const handler = async (event, context) => {
  try {
    const answer = find(event, router)(event, context);
    const reply = answer.then ? await answer : answer;
    return toResult(reply, event);
  } catch (error) {
    return toResult(toProblem(error, context), event);
  }
};
