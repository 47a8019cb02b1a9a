namespace SlotBooking.Web.Layout;

/// <summary>A component that every page shows above its content; features hand it in, so that the frame knows none of them.</summary>
/// <param name="Component">The component's type; it takes no parameters.</param>
public sealed record LayoutPart(Type Component);
