/** The anti-forgery token of the page that is being rendered: forms take it from here. */
import { createContext } from 'preact';

export const Token = createContext('');
/** The name of the field that carries it. */
export const TOKEN_FIELD = '_csrf';
