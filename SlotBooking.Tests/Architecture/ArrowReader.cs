using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace SlotBooking.Tests.Architecture;

/// <summary>Reads from a compiled assembly which type uses which: declarations, signatures, attributes, locals and method bodies.</summary>
/// <remarks>
/// Not seen, because the compiler leaves no trace of them: constants, members of enums, <c>nameof</c>, and types that a value only
/// passes through on its way from one call to the next.
/// </remarks>
internal sealed class ArrowReader
{
    private readonly PEReader _image;
    private readonly MetadataReader _metadata;
    private readonly TypeNameProvider _names = new();
    private readonly HashSet<TypeArrow> _arrows = [];

    private ArrowReader(PEReader image)
    {
        _image = image;
        _metadata = image.GetMetadataReader();
    }

    public static IReadOnlyCollection<TypeArrow> Read(string assemblyFile)
    {
        using var image = new PEReader(File.OpenRead(assemblyFile));
        var reader = new ArrowReader(image);
        foreach (var type in reader._metadata.TypeDefinitions)
        {
            reader.ReadType(type);
        }

        return reader._arrows;
    }

    private void ReadType(TypeDefinitionHandle handle)
    {
        var type = _metadata.GetTypeDefinition(handle);
        var from = new Source(TypeNameProvider.Name(_metadata, handle), MemberName.OfGeneratedType(_metadata.GetString(type.Name)));
        Add(from, TypesOf(type.BaseType));
        AddAttributes(from, type.GetCustomAttributes());
        AddConstraints(from, type.GetGenericParameters());
        foreach (var implementation in type.GetInterfaceImplementations())
        {
            Add(from, TypesOf(_metadata.GetInterfaceImplementation(implementation).Interface));
        }

        foreach (var field in type.GetFields().Select(_metadata.GetFieldDefinition))
        {
            var member = from.Within(_metadata.GetString(field.Name));
            Add(member, field.DecodeSignature(_names, genericContext: null));
            AddAttributes(member, field.GetCustomAttributes());
        }

        foreach (var property in type.GetProperties().Select(_metadata.GetPropertyDefinition))
        {
            AddAttributes(from.Within(_metadata.GetString(property.Name)), property.GetCustomAttributes());
        }

        foreach (var change in type.GetEvents().Select(_metadata.GetEventDefinition))
        {
            AddAttributes(from.Within(_metadata.GetString(change.Name)), change.GetCustomAttributes());
        }

        foreach (var method in type.GetMethods().Select(_metadata.GetMethodDefinition))
        {
            ReadMethod(from.Within(_metadata.GetString(method.Name)), method);
        }
    }

    private void ReadMethod(Source member, MethodDefinition method)
    {
        AddSignature(member, method.DecodeSignature(_names, genericContext: null));
        AddAttributes(member, method.GetCustomAttributes());
        AddConstraints(member, method.GetGenericParameters());
        foreach (var parameter in method.GetParameters())
        {
            AddAttributes(member, _metadata.GetParameter(parameter).GetCustomAttributes());
        }

        if (method.RelativeVirtualAddress == 0)
        {
            return;
        }

        var body = _image.GetMethodBody(method.RelativeVirtualAddress);
        if (!body.LocalSignature.IsNil)
        {
            var locals = _metadata.GetStandaloneSignature(body.LocalSignature).DecodeLocalSignature(_names, genericContext: null);
            Add(member, locals.SelectMany(local => local));
        }

        foreach (var region in body.ExceptionRegions)
        {
            Add(member, TypesOf(region.CatchType));
        }

        foreach (var operand in Instructions.OperandsOf(body))
        {
            Add(member, TypesOf(operand));
        }
    }

    private void AddSignature(Source from, MethodSignature<ImmutableArray<TypeName>> signature) =>
        Add(from, signature.ReturnType.Concat(signature.ParameterTypes.SelectMany(parameter => parameter)));

    private void AddConstraints(Source from, GenericParameterHandleCollection parameters)
    {
        foreach (var parameter in parameters.Select(_metadata.GetGenericParameter))
        {
            AddAttributes(from, parameter.GetCustomAttributes());
            var constraints = parameter.GetConstraints().Select(_metadata.GetGenericParameterConstraint);
            Add(from, constraints.SelectMany(constraint => TypesOf(constraint.Type)));
        }
    }

    private void AddAttributes(Source from, CustomAttributeHandleCollection attributes)
    {
        foreach (var attribute in attributes.Select(_metadata.GetCustomAttribute))
        {
            Add(from, TypesOf(attribute.Constructor));
            var value = attribute.DecodeValue(_names);
            Add(from, value.FixedArguments.SelectMany(argument => NamedBy(argument.Value)));
            Add(from, value.NamedArguments.SelectMany(argument => NamedBy(argument.Value)));
        }
    }

    private static IEnumerable<TypeName> NamedBy(object? attributeValue) => attributeValue switch
    {
        ImmutableArray<TypeName> types => types,
        ImmutableArray<CustomAttributeTypedArgument<ImmutableArray<TypeName>>> list => list.SelectMany(item => NamedBy(item.Value)),
        _ => [],
    };

    /// <summary>Names the types that a token of the metadata is about; of a method or field the type that declares it.</summary>
    private IEnumerable<TypeName> TypesOf(EntityHandle handle) => handle.IsNil ? [] : handle.Kind switch
    {
        HandleKind.TypeDefinition => [TypeNameProvider.Name(_metadata, (TypeDefinitionHandle)handle)],
        HandleKind.TypeReference => _names.GetTypeFromReference(_metadata, (TypeReferenceHandle)handle, rawTypeKind: 0),
        HandleKind.TypeSpecification =>
            _names.GetTypeFromSpecification(_metadata, genericContext: null, (TypeSpecificationHandle)handle, rawTypeKind: 0),
        HandleKind.MethodDefinition => TypesOf(_metadata.GetMethodDefinition((MethodDefinitionHandle)handle).GetDeclaringType()),
        HandleKind.FieldDefinition => TypesOf(_metadata.GetFieldDefinition((FieldDefinitionHandle)handle).GetDeclaringType()),
        HandleKind.MemberReference => TypesOf(_metadata.GetMemberReference((MemberReferenceHandle)handle).Parent),
        HandleKind.MethodSpecification => TypesOf(_metadata.GetMethodSpecification((MethodSpecificationHandle)handle)),
        _ => [],
    };

    private IEnumerable<TypeName> TypesOf(MethodSpecification method) =>
        TypesOf(method.Method).Concat(method.DecodeSignature(_names, genericContext: null).SelectMany(argument => argument));

    private void Add(Source from, IEnumerable<TypeName> types)
    {
        foreach (var type in types.Where(type => type != from.Type))
        {
            _arrows.Add(new TypeArrow(from.Type, from.Member, type));
        }
    }

    /// <summary>A type and its member that is being read; all in a generated type belongs to the member it was made for.</summary>
    private readonly record struct Source(TypeName Type, string Member)
    {
        public Source Within(string name) => Member.Length > 0 ? this : this with { Member = MemberName.Of(name) };
    }
}
