/** The three services from the jars that ship, each as a process. */
@NullMarked
package org.tumen.stack.service;

import org.jspecify.annotations.NullMarked;
