namespace SlotBooking.Tests.Architecture;

/// <summary>Uses of one folder's types by another that a rule forbids, and what to do about them.</summary>
internal sealed record Offence(string Rule, FolderArrow Arrow, string Advice);
