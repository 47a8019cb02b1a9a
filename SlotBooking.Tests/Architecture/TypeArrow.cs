namespace SlotBooking.Tests.Architecture;

/// <summary>One use of a type by a member of another; the member is empty where the type's own declaration uses it.</summary>
internal readonly record struct TypeArrow(TypeName From, string Member, TypeName To);
