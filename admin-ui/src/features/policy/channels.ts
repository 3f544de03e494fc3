import { Mail, MessageCircle, MessageSquare, Phone } from "@lucide/vue";
import type { Component } from "vue";
import type { ContactPoint } from "@/api/types";

export const CHANNEL_ICON: Record<ContactPoint["channel"], Component> = {
  whatsapp: MessageCircle,
  call: Phone,
  email: Mail,
  sms: MessageSquare,
};
