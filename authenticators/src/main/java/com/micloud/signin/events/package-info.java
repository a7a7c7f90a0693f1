/**
 * Failed sign-ins and the actions of administrators as lines of the server log. A line holds nothing that a person
 * typed.
 */
package com.micloud.signin.events;
