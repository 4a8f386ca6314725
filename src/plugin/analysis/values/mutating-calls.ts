import type { AnyNode, CallExpression, MemberExpression, NewExpression } from 'acorn';
import type { ModuleCode } from '../../../code/bindings.ts';
import { type FunctionNode, isFunction } from '../../../code/functions.ts';
import { parseIconloomImport } from '../../../code/module-ids.ts';
import { lookUpVariable, type Scope } from '../../../code/scope.ts';
import { calleeName, frameworkFunction } from '../callee-name.ts';
import { createsComponent } from '../components.ts';
import type { StaticValue } from './model.ts';
import { compiledMembers } from './objects.ts';
import {
  isMutatingMethod,
  isPureBuiltin,
  isPureHelper,
  isPureListMethod,
  returnsElements,
} from './pure-calls.ts';
import type { ValueFlow } from './value-flow.ts';

type Call = CallExpression | NewExpression;

/** Checks a call of a method of the value. */
export function isReadingMethod(flow: ValueFlow, call: Call, callee: MemberExpression): boolean {
  const method = calleeName(callee, flow.code.scopeAt(call));
  const functions = flow.literalValues(callee);
  if (method === undefined) return functions?.every(isArrow) ?? false;
  if (isMutatingMethod(method, flow)) return false;
  // A function of the app may change the object that it is called on.
  if (functions?.some((value) => value.kind === 'function' && !isArrow(value))) return false;
  if (!call.arguments.every((each) => isPureCallback(flow, each, callee.object))) return false;
  return !returnsElements(method) || isUnchangedResultOf(flow, call);
}

/** Checks a call that gets the value. */
export function isUnchangedBy(
  flow: ValueFlow,
  call: Call,
  argument: AnyNode,
  holder: AnyNode,
): boolean {
  const { code } = flow;
  const scope = code.scopeAt(call);
  if (ignoresArguments(call, scope, code)) return true;
  if (isPureFunction(flow, call.callee, scope)) {
    const arePure = call.arguments.every((each) => isPureCallback(flow, each, holder));
    return arePure && isUnchangedResultOf(flow, call);
  }
  if (argument.type !== 'SpreadElement' && !flow.isObject(holder)) return true;
  const called = functionOf(call.callee, scope, code);
  const index = (call.arguments as readonly AnyNode[]).indexOf(argument);
  const isPlain = call.arguments.slice(0, index + 1).every(({ type }) => type !== 'SpreadElement');
  return called !== undefined && isPlain && isUnchangedParameter(flow, called, index);
}

/** Checks for calls that create components, or of iconloom, and for those that build an enum. */
function ignoresArguments(call: Call, scope: Scope, code: ModuleCode): boolean {
  const { callee } = call;
  if (createsComponent(calleeName(callee, scope) ?? '') || isOfIconloom(callee, scope)) return true;
  return call.type === 'CallExpression' && compiledMembers(call, code) !== undefined;
}

/** Checks for functions that are known to leave their arguments unchanged. */
function isPureFunction(flow: ValueFlow, callee: AnyNode, scope: Scope): boolean {
  const name = calleeName(callee, scope) ?? '';
  if (isGlobal(callee, scope) && isPureBuiltin(name)) return true;
  if (isListMethod(flow, callee, name)) return true;
  return isPureHelper(frameworkFunction(callee, scope) ?? '');
}

function isListMethod(flow: ValueFlow, callee: AnyNode, name: string): boolean {
  if (callee.type !== 'MemberExpression' || !isPureListMethod(name)) return false;
  return flow.literalValues(callee.object)?.every(({ kind }) => kind === 'list') ?? false;
}

/** Checks the result of a call that may hold the value or its elements. */
function isUnchangedResultOf(flow: ValueFlow, call: Call): boolean {
  return !flow.isObject(call) || flow.isUnchanged(call, call);
}

function isUnchangedParameter(flow: ValueFlow, { params }: FunctionNode, index: number): boolean {
  const param = params[index];
  const isRest = params.some(({ type }) => type === 'RestElement');
  return param ? param.type !== 'RestElement' && flow.areUnchanged(param) : !isRest;
}

/** Checks that a callback never changes its arguments, which are elements of the value. */
function isPureCallback(flow: ValueFlow, node: AnyNode, holder: AnyNode): boolean {
  const { code } = flow;
  const called = functionOf(node, code.scopeAt(node), code);
  if (called) return called.params.every((each) => flow.areUnchanged(each));
  if (node.type !== 'Identifier') return true;
  const isKnown = isGlobal(node, code.scopeAt(node)) && isPureBuiltin(node.name);
  return isKnown || flow.literalValues(node) !== undefined || !flow.hasObjects(holder);
}

/** Function of the module that an expression stands for. */
function functionOf(node: AnyNode, scope: Scope, code: ModuleCode): FunctionNode | undefined {
  if (isFunction(node)) return node;
  const declared = node.type === 'Identifier' ? lookUpVariable(node.name, scope) : undefined;
  const [only, ...others] = declared ? code.bindings(declared) : [];
  if (!only || others.length > 0) return undefined;
  if (only.from === 'function') return only.function as FunctionNode;
  return only.from === 'value' && only.pattern.type === 'Identifier' && isFunction(only.value)
    ? only.value
    : undefined;
}

function isArrow(value: StaticValue): boolean {
  return value.kind === 'function' && value.node.type === 'ArrowFunctionExpression';
}

/** Checks that a function is a global one. */
function isGlobal(callee: AnyNode, scope: Scope): boolean {
  const holder = callee.type === 'MemberExpression' ? callee.object : callee;
  return holder.type === 'Identifier' && !lookUpVariable(holder.name, scope);
}

function isOfIconloom(callee: AnyNode, scope: Scope): boolean {
  const declared = callee.type === 'Identifier' ? lookUpVariable(callee.name, scope) : undefined;
  return declared?.kind === 'import' && parseIconloomImport(declared.source) !== undefined;
}
