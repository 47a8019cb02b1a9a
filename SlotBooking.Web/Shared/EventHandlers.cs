using Microsoft.AspNetCore.Components;

namespace SlotBooking.Web.Shared;

/// <summary>The events of our own that elements may listen to; boot.js says what they carry. The framework looks for a class of this name.</summary>
[EventHandler("onrowact", typeof(RowActEventArgs), enableStopPropagation: true, enablePreventDefault: true)]
[EventHandler("onpopshown", typeof(EventArgs))]
public static class EventHandlers;
