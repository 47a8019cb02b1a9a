namespace SlotBooking.Web.Resources;

/// <summary>
/// Names the texts of the product. The German sentence is the key, so German needs no file; <c>Texts.en.resx</c> has the English.
/// </summary>
public sealed class Texts;
