package org.tumen.alert.dashboard;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.tumen.alert.access.Caller;
import org.tumen.alert.access.Caller.Role;

/** Tells templates who looks, so that a view offers only what its reader may do. What may be done is decided at the gate. */
@ControllerAdvice(annotations = Controller.class)
class CallerForTemplates {

    @ModelAttribute
    void caller(@AuthenticationPrincipal @Nullable Caller caller, Model model) {
        model.addAttribute("callerName", caller == null ? null : caller.name());
        model.addAttribute("mayChange", caller != null && caller.mayActAs(Role.ANALYST));
        model.addAttribute("mayOperate", caller != null && caller.mayActAs(Role.OPERATOR));
    }
}
