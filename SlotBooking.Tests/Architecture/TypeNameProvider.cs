using System.Collections.Immutable;
using System.Reflection.Metadata;

namespace SlotBooking.Tests.Architecture;

/// <summary>Names every type that a signature, a specification or an attribute's value is made of.</summary>
internal sealed class TypeNameProvider
    : ISignatureTypeProvider<ImmutableArray<TypeName>, object?>, ICustomAttributeTypeProvider<ImmutableArray<TypeName>>
{
    private static readonly TypeName SystemType = new("System", "Type");

    public static TypeName Name(MetadataReader reader, TypeDefinitionHandle handle)
    {
        var type = reader.GetTypeDefinition(handle);
        var name = reader.GetString(type.Name);
        return type.GetDeclaringType() is { IsNil: false } outer
            ? Nested(Name(reader, outer), name)
            : new TypeName(reader.GetString(type.Namespace), Plain(name));
    }

    public ImmutableArray<TypeName> GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) =>
        [Name(reader, handle)];

    public ImmutableArray<TypeName> GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) =>
        [Name(reader, handle)];

    public ImmutableArray<TypeName> GetTypeFromSpecification(
        MetadataReader reader, object? genericContext, TypeSpecificationHandle handle, byte rawTypeKind) =>
        reader.GetTypeSpecification(handle).DecodeSignature(this, genericContext);

    public ImmutableArray<TypeName> GetGenericInstantiation(
        ImmutableArray<TypeName> genericType, ImmutableArray<ImmutableArray<TypeName>> typeArguments) =>
        [.. genericType, .. typeArguments.SelectMany(argument => argument)];

    public ImmutableArray<TypeName> GetFunctionPointerType(MethodSignature<ImmutableArray<TypeName>> signature) =>
        [.. signature.ReturnType, .. signature.ParameterTypes.SelectMany(parameter => parameter)];

    public ImmutableArray<TypeName> GetModifiedType(
        ImmutableArray<TypeName> modifier, ImmutableArray<TypeName> unmodifiedType, bool isRequired) => [.. modifier, .. unmodifiedType];

    public ImmutableArray<TypeName> GetArrayType(ImmutableArray<TypeName> elementType, ArrayShape shape) => elementType;

    public ImmutableArray<TypeName> GetSZArrayType(ImmutableArray<TypeName> elementType) => elementType;

    public ImmutableArray<TypeName> GetByReferenceType(ImmutableArray<TypeName> elementType) => elementType;

    public ImmutableArray<TypeName> GetPointerType(ImmutableArray<TypeName> elementType) => elementType;

    public ImmutableArray<TypeName> GetPinnedType(ImmutableArray<TypeName> elementType) => elementType;

    public ImmutableArray<TypeName> GetPrimitiveType(PrimitiveTypeCode typeCode) => [];

    public ImmutableArray<TypeName> GetGenericMethodParameter(object? genericContext, int index) => [];

    public ImmutableArray<TypeName> GetGenericTypeParameter(object? genericContext, int index) => [];

    public ImmutableArray<TypeName> GetSystemType() => [SystemType];

    public bool IsSystemType(ImmutableArray<TypeName> type) => type is [var only] && only == SystemType;

    /// <summary>Assumes the size that every enum of ours and of attributes we use has.</summary>
    public PrimitiveTypeCode GetUnderlyingEnumType(ImmutableArray<TypeName> type) => PrimitiveTypeCode.Int32;

    /// <summary>Reads the names in a text like "Space.Outer+Nested`1[[Space.Argument, Assembly]], Assembly".</summary>
    public ImmutableArray<TypeName> GetTypeFromSerializedName(string name) =>
        [.. name.Split('[', ']')
            .Select(part => part.Split(',')[0].Trim())
            .Where(part => part.Length > 0)
            .Select(FromText)];

    private static TypeName FromText(string text)
    {
        var names = text.Split('+');
        var dot = names[0].LastIndexOf('.');
        var outer = dot < 0 ? new TypeName("", Plain(names[0])) : new TypeName(names[0][..dot], Plain(names[0][(dot + 1)..]));
        return names.Skip(1).Aggregate(outer, Nested);
    }

    private static TypeName Name(MetadataReader reader, TypeReferenceHandle handle)
    {
        var type = reader.GetTypeReference(handle);
        var name = reader.GetString(type.Name);
        return type.ResolutionScope.Kind is HandleKind.TypeReference
            ? Nested(Name(reader, (TypeReferenceHandle)type.ResolutionScope), name)
            : new TypeName(reader.GetString(type.Namespace), Plain(name));
    }

    private static TypeName Nested(TypeName outer, string name) =>
        name.StartsWith('<') ? outer : outer with { Name = $"{outer.Name}.{Plain(name)}" };

    /// <summary>Takes off the number of type parameters, and the name of the file that a file-local type ("&lt;File&gt;F12AB__Name") belongs to.</summary>
    private static string Plain(string name)
    {
        var isFileLocal = name.StartsWith('<') && name.Contains(">F", StringComparison.Ordinal) && name.Contains("__", StringComparison.Ordinal);
        return (isFileLocal ? name[(name.IndexOf("__", StringComparison.Ordinal) + 2)..] : name).Split('`')[0];
    }
}
